import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Decision } from '#lib/domain/work.ts';
import { account, timestampColumn } from './accounts.ts';
import { assignment } from './assignments.ts';
import { membership } from './classes.ts';
import { submission } from './submissions.ts';

export const review = pgTable('review', {
	submissionId: text('submission_id')
		.primaryKey()
		.references(() => submission.id, { onDelete: 'cascade' }),
	reviewer: text('reviewer').references(() => account.id, { onDelete: 'set null' }),
	comment: text('comment').notNull().default(''),
	/** The level given for each criterion, by criterion id. */
	rubric: jsonb('rubric').$type<Record<string, string>>().notNull(),
	/** Number that each save increases, so that two reviewers do not overwrite each other's text. */
	revision: integer('revision').notNull().default(1),
	updatedAt: timestampColumn('updated_at').notNull().defaultNow(),
	sentAt: timestampColumn('sent_at'),
	/**
	 * The review as its authors read it: comment, levels and line comments as last sent. Later edits stay hidden until the review is sent
	 * again.
	 */
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

/**
 * One student's choice in a debate; the choices before and after the talk are two rows. Choices may reveal opinions, so they are deleted early.
 */
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
