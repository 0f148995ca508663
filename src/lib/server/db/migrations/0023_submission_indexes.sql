CREATE INDEX "submission_work" ON "submission" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "submission_version" ON "submission" USING btree ("version_id");