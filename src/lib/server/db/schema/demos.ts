import { boolean, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { CONTRIBUTOR_NAMINGS, PROPOSAL_STATES } from '#lib/domain/demo.ts';
import { account, timestampColumn } from './accounts.ts';
import { problem } from './contributions.ts';
import { assignment } from './assignments.ts';

/** One class's summary of its debate. No figure in it is below SMALLEST_SUMMARY_COUNT of lib/domain/debate-summary. */
export const debateSummary = pgTable(
	'debate_summary',
	{
		/** Id of the summary on the contributor's page, so that the assignment's id is not shown outside the class. */
		id: text('id').primaryKey(),
		assignmentId: text('assignment_id')
			.notNull()
			.unique()
			.references(() => assignment.id, { onDelete: 'cascade' }),
		problemId: text('problem_id')
			.notNull()
			.references(() => problem.id, { onDelete: 'cascade' }),
		/** The figures as they were when the summary was sent. */
		figures: jsonb('figures').$type<unknown>().notNull(),
		/** The teacher's own sentences in the summary. */
		words: text('words').notNull(),
		sentBy: text('sent_by').references(() => account.id, { onDelete: 'set null' }),
		sentAt: timestampColumn('sent_at').notNull().defaultNow(),
		/** Whether the contributor will do what the class proposes; null before the contributor answers. */
		willDo: boolean('will_do'),
		answer: text('answer').notNull().default(''),
		answeredAt: timestampColumn('answered_at'),
		/** When a teacher let the class read the present answer; null until then. */
		passedAt: timestampColumn('passed_at')
	},
	(table) => [index('debate_summary_problem').on(table.problemId)]
);

const problemColumn = () => text('problem_id').references(() => problem.id, { onDelete: 'cascade' });
/** Work id of the folder that the contributor was shown. Not a foreign key: a folder may be deleted, and the contributor's answers stay. */
const folderWorkColumn = () => text('work_id').notNull();
const makerColumn = () =>
	text('account_id')
		.notNull()
		.references(() => account.id, { onDelete: 'cascade' });

export const problemFolder = pgTable(
	'problem_folder',
	{
		/**
		 * Work id of the folder. Not a foreign key: a browser begins the folder, and may tell the server its problem before the work itself.
		 */
		workId: text('work_id').notNull(),
		accountId: makerColumn(),
		problemId: problemColumn().notNull(),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [
		primaryKey({ columns: [table.workId, table.accountId] }),
		index('problem_folder_problem').on(table.problemId)
	]
);

/** The version that the contributor of a problem sees; there is at most one at a time. */
export const demo = pgTable('showing', {
	problemId: problemColumn().primaryKey(),
	accountId: makerColumn(),
	workId: text('work_id').notNull(),
	/** SHA-256 of those parts of the version that the contributor answers about: see server/studio/demo/shown-version.ts. */
	hash: text('hash').notNull(),
	/** The texts, values and facts of the version, as the contributor's page shows them. */
	version: jsonb('version').$type<unknown>().notNull(),
	/** The compiled solution with its scene; only the private link opens it. */
	program: text('program').notNull(),
	shownAt: timestampColumn('shown_at').notNull().defaultNow()
});

/** What a contributor proposes to change in the version that they were shown, for its maker. */
export const proposal = pgTable(
	'proposal',
	{
		id: text('id').primaryKey(),
		problemId: problemColumn().notNull(),
		workId: folderWorkColumn(),
		content: jsonb('content').$type<unknown>().notNull(),
		state: text('state', { enum: PROPOSAL_STATES }).notNull().default('waiting'),
		answer: text('answer').notNull().default(''),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [index('proposal_problem').on(table.problemId)]
);

/** A contributor's answer whether a fact is true. A fact whose words change counts as a new fact. */
export const factAnswer = pgTable(
	'fact_answer',
	{
		problemId: problemColumn().notNull(),
		workId: folderWorkColumn(),
		fact: text('fact').notNull(),
		isTrue: boolean('is_true').notNull(),
		reason: text('reason').notNull().default(''),
		answeredAt: timestampColumn('answered_at').notNull().defaultNow()
	},
	(table) => [primaryKey({ columns: [table.problemId, table.workId, table.fact] })]
);

/** A contributor's approval of one version of a folder, and how the contributor wishes to be named in it. */
export const approval = pgTable(
	'approval',
	{
		problemId: problemColumn().notNull(),
		workId: folderWorkColumn(),
		/** Hash of the version that was approved. The approval does not hold for a version with another hash. */
		hash: text('hash').notNull(),
		naming: text('naming', { enum: CONTRIBUTOR_NAMINGS }).notNull(),
		name: text('name').notNull().default(''),
		approvedAt: timestampColumn('approved_at').notNull().defaultNow()
	},
	(table) => [primaryKey({ columns: [table.problemId, table.workId] })]
);
