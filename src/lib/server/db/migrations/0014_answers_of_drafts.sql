-- What was answered so far was said of the draft that is shown, or else of the one that was begun last.
ALTER TABLE "approval" ADD COLUMN "work_id" text;--> statement-breakpoint
UPDATE "approval" SET "work_id" = coalesce(
	(SELECT "showing"."work_id" FROM "showing" WHERE "showing"."problem_id" = "approval"."problem_id"),
	(SELECT "problem_folder"."work_id" FROM "problem_folder" WHERE "problem_folder"."problem_id" = "approval"."problem_id" ORDER BY "created_at" DESC LIMIT 1),
	''
);--> statement-breakpoint
ALTER TABLE "approval" ALTER COLUMN "work_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "fact_answer" ADD COLUMN "work_id" text;--> statement-breakpoint
UPDATE "fact_answer" SET "work_id" = coalesce(
	(SELECT "showing"."work_id" FROM "showing" WHERE "showing"."problem_id" = "fact_answer"."problem_id"),
	(SELECT "problem_folder"."work_id" FROM "problem_folder" WHERE "problem_folder"."problem_id" = "fact_answer"."problem_id" ORDER BY "created_at" DESC LIMIT 1),
	''
);--> statement-breakpoint
ALTER TABLE "fact_answer" ALTER COLUMN "work_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "work_id" text;--> statement-breakpoint
UPDATE "proposal" SET "work_id" = coalesce(
	(SELECT "showing"."work_id" FROM "showing" WHERE "showing"."problem_id" = "proposal"."problem_id"),
	(SELECT "problem_folder"."work_id" FROM "problem_folder" WHERE "problem_folder"."problem_id" = "proposal"."problem_id" ORDER BY "created_at" DESC LIMIT 1),
	''
);--> statement-breakpoint
ALTER TABLE "proposal" ALTER COLUMN "work_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "approval" DROP CONSTRAINT "approval_pkey";--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_problem_id_work_id_pk" PRIMARY KEY("problem_id","work_id");--> statement-breakpoint
ALTER TABLE "fact_answer" DROP CONSTRAINT "fact_answer_problem_id_fact_pk";--> statement-breakpoint
ALTER TABLE "fact_answer" ADD CONSTRAINT "fact_answer_problem_id_work_id_fact_pk" PRIMARY KEY("problem_id","work_id","fact");