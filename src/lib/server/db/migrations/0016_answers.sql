CREATE TABLE "debate_summary" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"problem_id" text NOT NULL,
	"figures" jsonb NOT NULL,
	"words" text NOT NULL,
	"sent_by" text,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"will_do" boolean,
	"answer" text DEFAULT '' NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"passed_at" timestamp (3) with time zone,
	CONSTRAINT "debate_summary_assignment_id_unique" UNIQUE("assignment_id")
);
--> statement-breakpoint
ALTER TABLE "debate_summary" ADD CONSTRAINT "debate_summary_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debate_summary" ADD CONSTRAINT "debate_summary_problem_id_problem_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problem"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debate_summary" ADD CONSTRAINT "debate_summary_sent_by_account_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "debate_summary_problem" ON "debate_summary" USING btree ("problem_id");