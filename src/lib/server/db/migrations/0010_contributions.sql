CREATE TABLE "problem" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text,
	"source" text NOT NULL,
	"language" text NOT NULL,
	"trade" text NOT NULL,
	"place" text NOT NULL,
	"card" jsonb NOT NULL,
	"teller_name" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"teller_account" text,
	"invited_by" text,
	"class_id" text,
	"membership_id" text,
	"offered_at" timestamp (3) with time zone,
	"offered_by" text,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"claimed_by" text,
	"claimed_class" text,
	"last_word_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decline_reason" text DEFAULT '' NOT NULL,
	"answer_due_at" timestamp (3) with time zone,
	"unclaimed_since" timestamp (3) with time zone DEFAULT now(),
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "problem_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "problem_invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"class_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "problem_invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "problem_message" (
	"id" text PRIMARY KEY NOT NULL,
	"problem_id" text NOT NULL,
	"side" text NOT NULL,
	"account_id" text,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_teller_account_account_id_fk" FOREIGN KEY ("teller_account") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_invited_by_account_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_offered_by_account_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_claimed_by_account_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_claimed_class_class_id_fk" FOREIGN KEY ("claimed_class") REFERENCES "public"."class"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_invitation" ADD CONSTRAINT "problem_invitation_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_invitation" ADD CONSTRAINT "problem_invitation_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_message" ADD CONSTRAINT "problem_message_problem_id_problem_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problem"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_message" ADD CONSTRAINT "problem_message_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "problem_state" ON "problem" USING btree ("state");--> statement-breakpoint
CREATE INDEX "problem_class" ON "problem" USING btree ("class_id");--> statement-breakpoint
CREATE INDEX "problem_invitation_maker" ON "problem_invitation" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "problem_message_problem" ON "problem_message" USING btree ("problem_id");