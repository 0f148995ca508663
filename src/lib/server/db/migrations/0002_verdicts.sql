CREATE TABLE "withdrawal" (
	"submission_id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "verdict" ADD COLUMN "returned" jsonb;--> statement-breakpoint
ALTER TABLE "verdict" ADD COLUMN "counts" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "withdrawal_assignment" ON "withdrawal" USING btree ("assignment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "verdict_counting" ON "verdict" USING btree ("submission_id") WHERE counts;