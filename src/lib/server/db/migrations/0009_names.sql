ALTER TABLE "attempt" RENAME TO "counted_attempt";--> statement-breakpoint
ALTER TABLE "counted_attempt" RENAME CONSTRAINT "attempt_pkey" TO "counted_attempt_pkey";--> statement-breakpoint
ALTER TABLE "reusable_comment" RENAME COLUMN "used" TO "use_count";--> statement-breakpoint
ALTER TABLE "review" RENAME COLUMN "sent" TO "sent_text";
