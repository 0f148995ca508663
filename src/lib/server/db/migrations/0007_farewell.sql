CREATE TABLE "class_notice" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"class_name" text NOT NULL,
	"done_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "deletion_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "class" ADD COLUMN "made_by" text;--> statement-breakpoint
ALTER TABLE "class_notice" ADD CONSTRAINT "class_notice_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_notice" ADD CONSTRAINT "class_notice_done_by_account_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "class_notice_account" ON "class_notice" USING btree ("account_id");--> statement-breakpoint
ALTER TABLE "class" ADD CONSTRAINT "class_made_by_account_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
UPDATE "class" SET "made_by" = (SELECT min("account_id") FROM "class_teacher" WHERE "class_id" = "class"."id")
WHERE (SELECT count(*) FROM "class_teacher" WHERE "class_id" = "class"."id") = 1;
