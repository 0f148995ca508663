import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import type { FunctionCallResult, Verdict } from '#sandbox/report.ts';
import type { CaughtMutants } from '#lib/domain/verdict.ts';
import type { Decision } from '#lib/domain/work.ts';
import { timestampColumn } from './accounts.ts';
import { assignment } from './assignments.ts';
import { version, work } from './work.ts';

/** A frozen copy of a work, with a state of lib/domain/submission. */
export const submission = pgTable(
	'submission',
	{
		id: text('id').primaryKey(),
		assignmentId: text('assignment_id')
			.notNull()
			.references(() => assignment.id, { onDelete: 'cascade' }),
		workId: text('work_id')
			.notNull()
			.references(() => work.id, { onDelete: 'cascade' }),
		versionId: text('version_id')
			.notNull()
			.references(() => version.id),
		/** One, or two for a pair. */
		members: jsonb('members').$type<string[]>().notNull(),
		/** Number of the turn, from 1. Handing in after a sent review begins the next turn; replacing a hand-in does not. */
		turn: integer('turn').notNull(),
		state: text('state', { enum: ['handed-in', 'judged', 'in-review', 'returned', 'accepted'] }).notNull(),
		files: jsonb('files').$type<Record<string, string>>().notNull(),
		/** Hash of `files`, so that handing in the same files twice makes one submission. */
		programHash: text('program_hash').notNull(),
		steps: jsonb('steps').$type<unknown>(),
		/** Decisions by membership: each student of a pair decides separately. */
		decisions: jsonb('decisions').$type<Record<string, Decision>>().notNull(),
		/** The student's unscored prediction: an input and the value that the program will return. */
		prediction: jsonb('prediction').$type<unknown>(),
		/** The browser's own report of the checks: advice, shown beside the verdict. */
		browserReport: jsonb('browser_report').$type<unknown>(),
		handedInAt: timestampColumn('handed_in_at').notNull().defaultNow(),
		updatedAt: timestampColumn('updated_at').notNull().defaultNow()
	},
	(table) => [
		unique('submission_turn').on(table.assignmentId, table.workId, table.turn),
		index('submission_assignment').on(table.assignmentId),
		// This index and the next one are for deletions of works and versions, which look for submissions.
		index('submission_work').on(table.workId),
		index('submission_version').on(table.versionId)
	]
);

/** The judge's verdict: one for each submission, challenge hash and engine, even if the queue delivers a task twice. */
export const verdict = pgTable(
	'verdict',
	{
		id: text('id').primaryKey(),
		submissionId: text('submission_id')
			.notNull()
			.references(() => submission.id, { onDelete: 'cascade' }),
		challengeHash: text('challenge_hash').notNull(),
		engine: text('engine').notNull(),
		verdict: jsonb('verdict').$type<Verdict>().notNull(),
		/** Value that the program returned for the input of the prediction; null when there was no prediction. */
		returned: jsonb('returned').$type<FunctionCallResult>(),
		/** Which wrong programs the student's examples caught; null when there was nothing to catch. */
		caught: jsonb('caught').$type<CaughtMutants[]>(),
		/** Whether this is the submission's verdict that counts: the first one, unless a teacher chooses another. */
		counts: boolean('counts').notNull().default(false),
		judgedAt: timestampColumn('judged_at').notNull().defaultNow()
	},
	(table) => [
		unique('verdict_once').on(table.submissionId, table.challengeHash, table.engine),
		uniqueIndex('verdict_counting')
			.on(table.submissionId)
			.where(sql`counts`)
	]
);

/**
 * A submission that waits for its verdict. The row is deleted when the verdict is stored, the submission is deleted or its
 * author hands in a newer version.
 */
export const waitingVerdict = pgTable(
	'waiting_verdict',
	{
		submissionId: text('submission_id')
			.notNull()
			.references(() => submission.id, { onDelete: 'cascade' }),
		challengeHash: text('challenge_hash').notNull(),
		/**
		 * Account that handed in; accounts take turns. Null when a teacher has the submission judged again, which comes after all
		 * students.
		 */
		student: text('student'),
		/** Lower rounds are judged first; each further waiting verdict of the same student gets the next round. */
		round: integer('round').notNull(),
		askedAt: timestampColumn('asked_at').notNull().defaultNow(),
		attempts: integer('attempts').notNull().default(0),
		/** Id of the process that judges the submission, until `freeAt`. */
		process: text('process'),
		/** When another process may judge the submission: after a pause, or when the judging process gives no more sign of life. */
		freeAt: timestampColumn('free_at').notNull().defaultNow()
	},
	(table) => [primaryKey({ columns: [table.submissionId, table.challengeHash] })]
);

/** Keeps only the id of a withdrawn submission, so that a late request does not hand it in again. */
export const withdrawal = pgTable(
	'withdrawal',
	{
		submissionId: text('submission_id').primaryKey(),
		assignmentId: text('assignment_id')
			.notNull()
			.references(() => assignment.id, { onDelete: 'cascade' }),
		withdrawnAt: timestampColumn('withdrawn_at').notNull().defaultNow()
	},
	(table) => [index('withdrawal_assignment').on(table.assignmentId)]
);
