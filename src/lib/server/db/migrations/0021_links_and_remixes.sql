ALTER TABLE "class" ADD COLUMN "links_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "exhibit" ADD COLUMN "remix_of" text;--> statement-breakpoint
ALTER TABLE "exhibit" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "exhibit" ADD COLUMN "linked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_remix_of_exhibit_id_fk" FOREIGN KEY ("remix_of") REFERENCES "public"."exhibit"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exhibit_remix" ON "exhibit" USING btree ("remix_of");--> statement-breakpoint
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_link_unique" UNIQUE("link");