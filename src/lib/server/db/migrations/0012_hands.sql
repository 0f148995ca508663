CREATE TABLE "approval" (
	"problem_id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"naming" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"approved_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact_answer" (
	"problem_id" text NOT NULL,
	"fact" text NOT NULL,
	"is_true" boolean NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"answered_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fact_answer_problem_id_fact_pk" PRIMARY KEY("problem_id","fact")
);
--> statement-breakpoint
CREATE TABLE "problem_folder" (
	"work_id" text NOT NULL,
	"account_id" text NOT NULL,
	"problem_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "problem_folder_work_id_account_id_pk" PRIMARY KEY("work_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"problem_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "showing" (
	"problem_id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"work_id" text NOT NULL,
	"hash" text NOT NULL,
	"version" jsonb NOT NULL,
	"program" text NOT NULL,
	"shown_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_problem_id_problem_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problem"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_answer" ADD CONSTRAINT "fact_answer_problem_id_problem_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problem"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_folder" ADD CONSTRAINT "problem_folder_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_folder" ADD CONSTRAINT "problem_folder_problem_id_problem_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problem"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_problem_id_problem_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problem"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showing" ADD CONSTRAINT "showing_problem_id_problem_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problem"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showing" ADD CONSTRAINT "showing_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "problem_folder_problem" ON "problem_folder" USING btree ("problem_id");--> statement-breakpoint
CREATE INDEX "proposal_problem" ON "proposal" USING btree ("problem_id");