/** Table of the summaries that classes send to the teller of a problem after a debate, with the teller's answers. */
import { boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { account, timestampColumn } from './accounts.ts';
import { assignment } from './assignments.ts';
import { problem } from './contributions.ts';

/** One class's summary of its debate. No figure in it is below SMALLEST_SUMMARY_COUNT of lib/domain/debate-summary. */
export const debateSummary = pgTable(
	'debate_summary',
	{
		/** Id of the summary on the teller's page, so that the assignment's id is not shown outside the class. */
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
		/** When a teacher let the class read the present answer; null until then. */
		passedAt: timestampColumn('passed_at')
	},
	(table) => [index('debate_summary_problem').on(table.problemId)]
);
