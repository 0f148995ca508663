import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { account, timestampColumn } from './accounts.ts';
import { membership, schoolClass } from './classes.ts';

export const assignment = pgTable(
	'assignment',
	{
		id: text('id').primaryKey(),
		classId: text('class_id')
			.notNull()
			.references(() => schoolClass.id, { onDelete: 'cascade' }),
		/** Id of the assigned challenge, and the hash of its pinned version; both null when students hand in projects of their own. */
		challengeId: text('challenge_id'),
		challengeHash: text('challenge_hash'),
		title: text('title').notNull(),
		note: text('note').notNull().default(''),
		/** Ids of the memberships of the students to whom the assignment is given; null for the whole class. */
		members: jsonb('members').$type<string[]>(),
		opensAt: timestampColumn('opens_at'),
		dueAt: timestampColumn('due_at'),
		/** Criteria with levels, as lib/domain parses them. */
		rubric: jsonb('rubric').$type<unknown>().notNull(),
		/** Moment since which every screen of the class shows the decision; null when no debate is open. */
		debateSince: timestampColumn('debate_since'),
		/** Moment since which choices count as made after the talk; null while choices count as made before it. */
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
		done: jsonb('done').$type<string[]>().notNull().default([]),
		/** The farthest point that the student has reached: see lib/domain/progress. */
		furthest: integer('furthest').notNull().default(0),
		passed: integer('passed').notNull().default(0),
		checks: integer('checks').notNull().default(0),
		lastActivity: timestampColumn('last_activity').notNull(),
		lastProgress: timestampColumn('last_progress').notNull(),
		needsHelpSince: timestampColumn('needs_help_since'),
		/** When a teacher marked the raised hand as seen. */
		helpSeenAt: timestampColumn('help_seen_at')
	},
	(table) => [primaryKey({ columns: [table.assignmentId, table.membershipId] })]
);

/** Records removed assignments, so that students who open one learn that it was removed. */
export const assignmentRemoval = pgTable('removed_assignment', {
	assignmentId: text('assignment_id').primaryKey(),
	classId: text('class_id')
		.notNull()
		.references(() => schoolClass.id, { onDelete: 'cascade' }),
	removedAt: timestampColumn('removed_at').notNull().defaultNow()
});
