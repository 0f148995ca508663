CREATE TABLE "teller_mail" (
	"problem_id" text PRIMARY KEY NOT NULL,
	"news" jsonb NOT NULL,
	"waiting_since" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"taken_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "teller_mail" ADD CONSTRAINT "teller_mail_problem_id_problem_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problem"("id") ON DELETE cascade ON UPDATE no action;