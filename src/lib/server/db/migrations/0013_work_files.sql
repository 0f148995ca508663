CREATE TABLE "work_file" (
	"work_id" text NOT NULL,
	"sha256" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "work_file_work_id_sha256_pk" PRIMARY KEY("work_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "work_file" ADD CONSTRAINT "work_file_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE cascade ON UPDATE no action;