CREATE TABLE "folder_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"work_id" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"hash" text PRIMARY KEY NOT NULL,
	"challenge_id" text NOT NULL,
	"version" text NOT NULL,
	"files" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "studio_challenge" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"made_from" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "folder_link" ADD CONSTRAINT "folder_link_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "folder_link" ADD CONSTRAINT "folder_link_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_hash_challenge_package_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."challenge_package"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_challenge_id_studio_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."studio_challenge"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "studio_challenge" ADD CONSTRAINT "studio_challenge_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "folder_link_work" ON "folder_link" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "publication_challenge" ON "publication" USING btree ("challenge_id");--> statement-breakpoint
CREATE INDEX "studio_challenge_account" ON "studio_challenge" USING btree ("account_id");