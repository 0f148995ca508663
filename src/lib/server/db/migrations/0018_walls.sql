CREATE TABLE "exhibit" (
	"id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"membership_id" text NOT NULL,
	"work_id" text NOT NULL,
	"version_id" text NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"files" jsonb NOT NULL,
	"cover" text DEFAULT '' NOT NULL,
	"cover_description" text DEFAULT '' NOT NULL,
	"bytes" integer NOT NULL,
	"visibility" text DEFAULT 'shown' NOT NULL,
	"reported_by" text,
	"is_approved" boolean DEFAULT false NOT NULL,
	"put_up_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exhibit_once" UNIQUE("class_id","work_id")
);
--> statement-breakpoint
CREATE TABLE "wall_sentence" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibit_id" text NOT NULL,
	"account_id" text NOT NULL,
	"membership_id" text,
	"text" text NOT NULL,
	"visibility" text DEFAULT 'shown' NOT NULL,
	"reported_by" text,
	"is_approved" boolean DEFAULT false NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wall_sentence_once" UNIQUE("exhibit_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "class" ADD COLUMN "wall_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_reported_by_membership_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."membership"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wall_sentence" ADD CONSTRAINT "wall_sentence_exhibit_id_exhibit_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wall_sentence" ADD CONSTRAINT "wall_sentence_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wall_sentence" ADD CONSTRAINT "wall_sentence_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wall_sentence" ADD CONSTRAINT "wall_sentence_reported_by_membership_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."membership"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exhibit_membership" ON "exhibit" USING btree ("membership_id");--> statement-breakpoint
CREATE INDEX "exhibit_work" ON "exhibit" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "wall_sentence_account" ON "wall_sentence" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "wall_sentence_membership" ON "wall_sentence" USING btree ("membership_id");