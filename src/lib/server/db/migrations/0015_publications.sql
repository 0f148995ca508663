CREATE TABLE "publication_message" (
	"id" text PRIMARY KEY NOT NULL,
	"challenge_id" text NOT NULL,
	"version" text NOT NULL,
	"account_id" text,
	"act" text NOT NULL,
	"points" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "state" text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "state_since" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "curator_id" text;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "teacher_id" text;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "problem_id" text;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "shown_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "publication_message" ADD CONSTRAINT "publication_message_challenge_id_studio_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."studio_challenge"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_message" ADD CONSTRAINT "publication_message_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publication_message_challenge" ON "publication_message" USING btree ("challenge_id");--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_curator_id_account_id_fk" FOREIGN KEY ("curator_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_teacher_id_account_id_fk" FOREIGN KEY ("teacher_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_problem_id_problem_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problem"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "publication_listed" ON "publication" USING btree ("challenge_id") WHERE "publication"."state" = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "publication_in_review" ON "publication" USING btree ("challenge_id") WHERE "publication"."state" in ('proposed', 'work-needed');--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_one_agreement" CHECK ("publication"."state" <> 'proposed' or "publication"."curator_id" is null or "publication"."teacher_id" is null);