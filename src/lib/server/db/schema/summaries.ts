/** Table of what classes tell the teller of a problem about their debates, and of what the teller answers. */
import { boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { account, timestampColumn } from './accounts.ts';
import { assignment } from './assignments.ts';
import { problem } from './contributions.ts';

/** One class's summary of its debate. Its figures are never below lib/domain/debate-summary's FEWEST_IN_SUMMARY. */
export const debateSummary = pgTable(
	'debate_summary',
	{
		/** Id by which the teller's page names the summary, so that the assignment's id stays in the class. */
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
		/** Whether the teller will do what the class proposes; null before the teller answers. */
		willDo: boolean('will_do'),
		answer: text('answer').notNull().default(''),
		answeredAt: timestampColumn('answered_at'),
		/** When a teacher let the answer pass to the class; null for one that no teacher has let pass. */
		passedAt: timestampColumn('passed_at')
	},
	(table) => [index('debate_summary_problem').on(table.problemId)]
);
