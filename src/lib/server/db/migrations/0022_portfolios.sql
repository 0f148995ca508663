CREATE TABLE "portfolio" (
	"id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"membership_id" text NOT NULL,
	"visibility" text DEFAULT 'shown' NOT NULL,
	"reported_by" text,
	"is_approved" boolean DEFAULT false NOT NULL,
	"put_up_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "portfolio_membership_id_unique" UNIQUE("membership_id")
);
--> statement-breakpoint
CREATE TABLE "portfolio_work" (
	"portfolio_id" text NOT NULL,
	"work_id" text NOT NULL,
	"position" integer NOT NULL,
	"sentence" text NOT NULL,
	"title" text NOT NULL,
	"who" text NOT NULL,
	"decision" jsonb,
	"is_pair" boolean NOT NULL,
	"cover" text NOT NULL,
	"cover_description" text NOT NULL,
	"bytes" integer NOT NULL,
	CONSTRAINT "portfolio_work_portfolio_id_work_id_pk" PRIMARY KEY("portfolio_id","work_id")
);
--> statement-breakpoint
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_reported_by_membership_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."membership"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portfolio_work" ADD CONSTRAINT "portfolio_work_portfolio_id_portfolio_id_fk" FOREIGN KEY ("portfolio_id") REFERENCES "public"."portfolio"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portfolio_work" ADD CONSTRAINT "portfolio_work_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "portfolio_class" ON "portfolio" USING btree ("class_id");--> statement-breakpoint
CREATE INDEX "portfolio_work_work" ON "portfolio_work" USING btree ("work_id");