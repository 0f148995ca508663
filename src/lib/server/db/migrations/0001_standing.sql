ALTER TABLE "assignment" ADD COLUMN "debate_closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "standing" ADD COLUMN "done" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "standing" ADD COLUMN "furthest" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "standing" ADD COLUMN "help_seen_at" timestamp (3) with time zone;