CREATE TABLE "removed_assignment" (
	"assignment_id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"removed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "removed_assignment" ADD CONSTRAINT "removed_assignment_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE cascade ON UPDATE no action;