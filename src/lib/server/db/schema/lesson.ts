/** A lesson: what was assigned, who stands where, what was handed in, judged, reviewed and debated. */
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
import type { Returned, Verdict } from '../../../../../sandbox/report.ts';
import type { Decision } from '../../../domain/work.ts';
import { account, moment } from './accounts.ts';
import { membership, schoolClass } from './classes.ts';
import { version, work } from './work.ts';

export const assignment = pgTable(
	'assignment',
	{
		id: text('id').primaryKey(),
		classId: text('class_id')
			.notNull()
			.references(() => schoolClass.id, { onDelete: 'cascade' }),
		/** A challenge by id and pinned hash; both null for a project of one's own. */
		challengeId: text('challenge_id'),
		challengeHash: text('challenge_hash'),
		title: text('title').notNull(),
		note: text('note').notNull().default(''),
		/** Null: for the whole class. Otherwise memberships. */
		members: jsonb('members').$type<string[]>(),
		opensAt: moment('opens_at'),
		dueAt: moment('due_at'),
		/** Parsed by lib/domain. */
		rubric: jsonb('rubric').$type<unknown>().notNull(),
		/** Since when every screen of the class is at decide; null: not in debate. */
		debateSince: moment('debate_since'),
		/** Choices from then on are those after the debate; null: they are those before it. */
		debateClosedAt: moment('debate_closed_at'),
		createdBy: text('created_by').references(() => account.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull().defaultNow(),
		closedAt: moment('closed_at')
	},
	(table) => [index('assignment_class').on(table.classId)]
);

/** Where a student stands, as the board shows it and as the student sees it: no code, no keys pressed. */
export const standing = pgTable(
	'standing',
	{
		assignmentId: text('assignment_id')
			.notNull()
			.references(() => assignment.id, { onDelete: 'cascade' }),
		/** One row for a pair: of who began it. */
		membershipId: text('membership_id')
			.notNull()
			.references(() => membership.id, { onDelete: 'cascade' }),
		withMember: text('with_member'),
		workId: text('work_id'),
		step: text('step').notNull(),
		/** Ids of steps. */
		done: jsonb('done').$type<string[]>().notNull().default([]),
		/** The highest mark so far: see lib/domain/standing. */
		furthest: integer('furthest').notNull().default(0),
		passed: integer('passed').notNull().default(0),
		checks: integer('checks').notNull().default(0),
		lastActivity: moment('last_activity').notNull(),
		lastProgress: moment('last_progress').notNull(),
		needsHelpSince: moment('needs_help_since'),
		/** A teacher has said that they saw it. */
		helpSeenAt: moment('help_seen_at')
	},
	(table) => [primaryKey({ columns: [table.assignmentId, table.membershipId] })]
);

/** A frozen copy. Its state is one of lib/domain/submission. */
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
		/** Memberships: one, or the two of a pair. */
		members: jsonb('members').$type<string[]>().notNull(),
		/** The nth that these handed in for this assignment, from 1. */
		turn: integer('turn').notNull(),
		state: text('state', { enum: ['handed-in', 'judged', 'in-review', 'returned', 'accepted'] }).notNull(),
		files: jsonb('files').$type<Record<string, string>>().notNull(),
		/** Hash of `files`: two hand-ins of one thing are one. */
		programHash: text('program_hash').notNull(),
		steps: jsonb('steps').$type<unknown>(),
		/** By membership: each of a pair decides separately. */
		decisions: jsonb('decisions').$type<Record<string, Decision>>().notNull(),
		/** What the student said their program returns, and for which input; unscored. */
		prediction: jsonb('prediction').$type<unknown>(),
		/** The browser's own report: advice, shown beside the verdict. */
		browserReport: jsonb('browser_report').$type<unknown>(),
		handedInAt: moment('handed_in_at').notNull().defaultNow(),
		updatedAt: moment('updated_at').notNull().defaultNow()
	},
	(table) => [
		unique('submission_turn').on(table.assignmentId, table.workId, table.turn),
		index('submission_assignment').on(table.assignmentId)
	]
);

/** Unique per submission, challenge hash and engine: the queue delivers at least once. */
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
		/** What the program returned for the input that its author was asked about; null when nothing was asked. */
		returned: jsonb('returned').$type<Returned>(),
		/** The one that is shown as the verdict: the first, until a teacher chooses another. */
		counts: boolean('counts').notNull().default(false),
		judgedAt: moment('judged_at').notNull().defaultNow()
	},
	(table) => [
		unique('verdict_once').on(table.submissionId, table.challengeHash, table.engine),
		uniqueIndex('verdict_counting')
			.on(table.submissionId)
			.where(sql`counts`)
	]
);

/** A verdict that is waited for. It goes when the verdict is stored, with its submission, and when its author hands in something newer. */
export const waitingVerdict = pgTable(
	'waiting_verdict',
	{
		submissionId: text('submission_id')
			.notNull()
			.references(() => submission.id, { onDelete: 'cascade' }),
		challengeHash: text('challenge_hash').notNull(),
		/** The account that handed in: students take turns. Null: a teacher has it judged again, which is done when nobody waits. */
		student: text('student'),
		/** Whose round is lower is judged first; each verdict that a student waits for is one round later than the one before. */
		round: integer('round').notNull(),
		askedAt: moment('asked_at').notNull().defaultNow(),
		/** How often a process began to judge it. */
		attempts: integer('attempts').notNull().default(0),
		/** The process that judges it, until `freeAt`. */
		process: text('process'),
		/** From then on it may be taken: after a pause, or because its process has not been heard of. */
		freeAt: moment('free_at').notNull().defaultNow()
	},
	(table) => [primaryKey({ columns: [table.submissionId, table.challengeHash] })]
);

/** Of an assignment that its teacher removed, only that it was there: its students are told so when they open it. */
export const removedAssignment = pgTable('removed_assignment', {
	assignmentId: text('assignment_id').primaryKey(),
	classId: text('class_id')
		.notNull()
		.references(() => schoolClass.id, { onDelete: 'cascade' }),
	removedAt: moment('removed_at').notNull().defaultNow()
});

/** Of what was taken back nothing is kept but its id, so that a request which arrives late does not hand it in after all. */
export const withdrawal = pgTable(
	'withdrawal',
	{
		submissionId: text('submission_id').primaryKey(),
		assignmentId: text('assignment_id')
			.notNull()
			.references(() => assignment.id, { onDelete: 'cascade' }),
		withdrawnAt: moment('withdrawn_at').notNull().defaultNow()
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
	/** Raised by each save: two reviewers do not overwrite each other. */
	revision: integer('revision').notNull().default(1),
	updatedAt: moment('updated_at').notNull().defaultNow(),
	sentAt: moment('sent_at'),
	/** What its authors read: comment, levels and line comments as they were when they were last sent. What is written since is not theirs yet. */
	sent: jsonb('sent').$type<unknown>()
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
		doneAt: moment('done_at'),
		createdAt: moment('created_at').notNull().defaultNow()
	},
	(table) => [index('line_comment_submission').on(table.submissionId)]
);

/** What a teacher writes often. */
export const reusableComment = pgTable('reusable_comment', {
	id: text('id').primaryKey(),
	accountId: text('account_id')
		.notNull()
		.references(() => account.id, { onDelete: 'cascade' }),
	text: text('text').notNull(),
	used: integer('used').notNull().default(0),
	updatedAt: moment('updated_at').notNull().defaultNow()
});

/** One choice of one person in a debate; before and after are two rows. Positions may tell opinions: kept the shortest. */
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
		/** The teacher chose to show this position. */
		shown: boolean('shown').notNull().default(false),
		decidedAt: bigint('decided_at', { mode: 'number' }).notNull()
	},
	(table) => [primaryKey({ columns: [table.assignmentId, table.membershipId, table.moment] })]
);
