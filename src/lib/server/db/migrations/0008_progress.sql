ALTER TABLE "standing" RENAME TO "progress";--> statement-breakpoint
ALTER TABLE "progress" RENAME CONSTRAINT "standing_assignment_id_membership_id_pk" TO "progress_assignment_id_membership_id_pk";--> statement-breakpoint
ALTER TABLE "progress" RENAME CONSTRAINT "standing_assignment_id_assignment_id_fk" TO "progress_assignment_id_assignment_id_fk";--> statement-breakpoint
ALTER TABLE "progress" RENAME CONSTRAINT "standing_membership_id_membership_id_fk" TO "progress_membership_id_membership_id_fk";
