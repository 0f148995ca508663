/** Tables of a lesson: assignments, progress, submissions, verdicts, reviews and debates. */
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex
} from 'drizzle-orm/pg-core';
import type { ReturnedValue, Verdict } from '#sandbox/report.ts';
import type { Decision } from '#lib/domain/work.ts';
import { account, timestampColumn } from './accounts.ts';
import { membership, schoolClass } from './classes.ts';
import { version, work } from './work.ts';

export const assignment = pgTable(
	'assignment',
	{
		id: text('id').primaryKey(),
		classId: text('class_id')
			.notNull()
			.references(() => schoolClass.id, { onDelete: 'cascade' }),
		/** A challenge by id and pinned hash; both null for a student's own project. */
		challengeId: text('challenge_id'),
		challengeHash: text('challenge_hash'),
		title: text('title').notNull(),
		note: text('note').notNull().default(''),
		/** Memberships; null for the whole class. */
		members: jsonb('members').$type<string[]>(),
		opensAt: timestampColumn('opens_at'),
		dueAt: timestampColumn('due_at'),
		/** Parsed by lib/domain. */
		rubric: jsonb('rubric').$type<unknown>().notNull(),
		/** Since when every screen of the class shows the decision; null when no debate is open. */
		debateSince: timestampColumn('debate_since'),
		/** Later choices count as made after the debate; null while choices count as made before it. */
		debateClosedAt: timestampColumn('debate_closed_at'),
		createdBy: text('created_by').references(() => account.id, { onDelete: 'set null' }),
		createdAt: timestampColumn('created_at').notNull().defaultNow(),
		closedAt: timestampColumn('closed_at')
	},
	(table) => [index('assignment_class').on(table.classId)]
);

/** A student's progress, shown on the board and to the student. It must hold no code and no keystrokes. */
export const progress = pgTable(
	'progress',
	{
		assignmentId: text('assignment_id')
			.notNull()
			.references(() => assignment.id, { onDelete: 'cascade' }),
		/** A pair has one row, under the membership of the student who began. */
		membershipId: text('membership_id')
			.notNull()
			.references(() => membership.id, { onDelete: 'cascade' }),
		withMember: text('with_member'),
		workId: text('work_id'),
		step: text('step').notNull(),
		/** Ids of steps. */
		done: jsonb('done').$type<string[]>().notNull().default([]),
		/** The highest mark so far: see lib/domain/progress. */
		furthest: integer('furthest').notNull().default(0),
		passed: integer('passed').notNull().default(0),
		checks: integer('checks').notNull().default(0),
		lastActivity: timestampColumn('last_activity').notNull(),
		lastProgress: timestampColumn('last_progress').notNull(),
		needsHelpSince: timestampColumn('needs_help_since'),
		/** When a teacher saw the raised hand. */
		helpSeenAt: timestampColumn('help_seen_at')
	},
	(table) => [primaryKey({ columns: [table.assignmentId, table.membershipId] })]
);

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
		/** Memberships: one, or two for a pair. */
		members: jsonb('members').$type<string[]>().notNull(),
		/** From 1: how many times these members have handed in for this assignment. */
		turn: integer('turn').notNull(),
		state: text('state', { enum: ['handed-in', 'judged', 'in-review', 'returned', 'accepted'] }).notNull(),
		files: jsonb('files').$type<Record<string, string>>().notNull(),
		/** Hash of `files`, so that handing in the same files twice makes one submission. */
		programHash: text('program_hash').notNull(),
		steps: jsonb('steps').$type<unknown>(),
		/** By membership: each student of a pair decides separately. */
		decisions: jsonb('decisions').$type<Record<string, Decision>>().notNull(),
		/** The student's unscored prediction: an input and the value that the program will return. */
		prediction: jsonb('prediction').$type<unknown>(),
		/** The browser's own report: advice, shown beside the verdict. */
		browserReport: jsonb('browser_report').$type<unknown>(),
		handedInAt: timestampColumn('handed_in_at').notNull().defaultNow(),
		updatedAt: timestampColumn('updated_at').notNull().defaultNow()
	},
	(table) => [
		unique('submission_turn').on(table.assignmentId, table.workId, table.turn),
		index('submission_assignment').on(table.assignmentId)
	]
);

/** Unique per submission, challenge hash and engine, because the queue delivers at least once. */
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
		/** The program's result for the input of the prediction; null when there was none. */
		returned: jsonb('returned').$type<ReturnedValue>(),
		/** The verdict that is shown: the first, unless a teacher chooses another. */
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

/** A submission that waits for its verdict, until the verdict is stored, the submission goes or its author hands in a newer one. */
export const waitingVerdict = pgTable(
	'waiting_verdict',
	{
		submissionId: text('submission_id')
			.notNull()
			.references(() => submission.id, { onDelete: 'cascade' }),
		challengeHash: text('challenge_hash').notNull(),
		/** The account that handed in, because students take turns. Null when a teacher has it judged again, after all students. */
		student: text('student'),
		/** Lower rounds are judged first; each further waiting verdict of the same student gets the next round. */
		round: integer('round').notNull(),
		askedAt: timestampColumn('asked_at').notNull().defaultNow(),
		attempts: integer('attempts').notNull().default(0),
		/** The process that judges it, until `freeAt`. */
		process: text('process'),
		/** When another process may take it: after a pause, or when its process is no longer heard of. */
		freeAt: timestampColumn('free_at').notNull().defaultNow()
	},
	(table) => [primaryKey({ columns: [table.submissionId, table.challengeHash] })]
);

/** Remembers that a removed assignment existed, so that students who open it learn that it was removed. */
export const assignmentRemoval = pgTable('removed_assignment', {
	assignmentId: text('assignment_id').primaryKey(),
	classId: text('class_id')
		.notNull()
		.references(() => schoolClass.id, { onDelete: 'cascade' }),
	removedAt: timestampColumn('removed_at').notNull().defaultNow()
});

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

export const review = pgTable('review', {
	submissionId: text('submission_id')
		.primaryKey()
		.references(() => submission.id, { onDelete: 'cascade' }),
	reviewer: text('reviewer').references(() => account.id, { onDelete: 'set null' }),
	comment: text('comment').notNull().default(''),
	/** Level by criterion id. */
	rubric: jsonb('rubric').$type<Record<string, string>>().notNull(),
	/** Raised by each save, so that two reviewers do not overwrite each other. */
	revision: integer('revision').notNull().default(1),
	updatedAt: timestampColumn('updated_at').notNull().defaultNow(),
	sentAt: timestampColumn('sent_at'),
	/** What the authors read: comment, levels and line comments as last sent. Later edits stay hidden until they are sent. */
	sentText: jsonb('sent_text').$type<unknown>()
});

export const lineComment = pgTable(
	'line_comment',
	{
		id: text('id').primaryKey(),
		submissionId: text('submission_id')
			.notNull()
			.references(() => submission.id, { onDelete: 'cascade' }),
		file: text('file').notNull(),
		line: integer('line').notNull(),
		text: text('text').notNull(),
		doneAt: timestampColumn('done_at'),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [index('line_comment_submission').on(table.submissionId)]
);

export const reusableComment = pgTable('reusable_comment', {
	id: text('id').primaryKey(),
	accountId: text('account_id')
		.notNull()
		.references(() => account.id, { onDelete: 'cascade' }),
	text: text('text').notNull(),
	useCount: integer('use_count').notNull().default(0),
	updatedAt: timestampColumn('updated_at').notNull().defaultNow()
});

/** One person's choice in a debate; before and after it are two rows. Choices may reveal opinions, so they are kept the shortest. */
export const debateChoice = pgTable(
	'debate_choice',
	{
		assignmentId: text('assignment_id')
			.notNull()
			.references(() => assignment.id, { onDelete: 'cascade' }),
		membershipId: text('membership_id')
			.notNull()
			.references(() => membership.id, { onDelete: 'cascade' }),
		moment: text('moment', { enum: ['before', 'after'] }).notNull(),
		decision: jsonb('decision').$type<Decision>().notNull(),
		shown: boolean('shown').notNull().default(false),
		decidedAt: bigint('decided_at', { mode: 'number' }).notNull()
	},
	(table) => [primaryKey({ columns: [table.assignmentId, table.membershipId, table.moment] })]
);
