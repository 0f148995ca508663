-- Nothing made pairs before, and a pair without a session is none.
DELETE FROM "pair";--> statement-breakpoint
ALTER TABLE "pair" ADD COLUMN "session_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "version" ADD COLUMN "decisions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "work" ADD COLUMN "copy_of" text;--> statement-breakpoint
ALTER TABLE "work_author" ADD COLUMN "reads_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "pair" ADD CONSTRAINT "pair_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pair_first" ON "pair" USING btree ("first_member");--> statement-breakpoint
CREATE INDEX "pair_second" ON "pair" USING btree ("second_member");--> statement-breakpoint
ALTER TABLE "pair" DROP COLUMN "ended_at";--> statement-breakpoint
-- So far each work had one author, and the decision was theirs.
UPDATE "version" SET "decisions" = jsonb_build_object("author"."account_id", "version"."decision")
	FROM "work_author" AS "author"
	WHERE "author"."work_id" = "version"."work_id" AND jsonb_typeof("version"."decision") = 'object';--> statement-breakpoint
ALTER TABLE "version" DROP COLUMN "decision";--> statement-breakpoint
ALTER TABLE "pair" ADD CONSTRAINT "pair_session_id_unique" UNIQUE("session_id");