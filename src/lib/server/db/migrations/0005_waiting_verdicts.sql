CREATE TABLE "waiting_verdict" (
	"submission_id" text NOT NULL,
	"challenge_hash" text NOT NULL,
	"student" text,
	"round" integer NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"process" text,
	"free_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "waiting_verdict_submission_id_challenge_hash_pk" PRIMARY KEY("submission_id","challenge_hash")
);
--> statement-breakpoint
ALTER TABLE "challenge_package" ADD COLUMN "titles" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
UPDATE "challenge_package" SET "titles" = jsonb_build_object(
	'fr', "challenge" #>> '{text,fr,title}', 'en', "challenge" #>> '{text,en,title}');--> statement-breakpoint
ALTER TABLE "waiting_verdict" ADD CONSTRAINT "waiting_verdict_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;
