/** What people make. The client makes the ids; a version is immutable and names its parent, so a fork keeps both sides. */
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { LANGUAGES } from '../../../domain/challenge.ts';
import type { ProjectFace } from '../../../domain/project.ts';
import type { Decisions, PinnedChallenge } from '../../../domain/work.ts';
import { account, moment, session } from './accounts.ts';
import { membership, schoolClass } from './classes.ts';

export const work = pgTable('work', {
	id: text('id').primaryKey(),
	format: integer('format').notNull(),
	kind: text('kind', { enum: ['challenge', 'project'] }).notNull(),
	challenge: jsonb('challenge').$type<PinnedChallenge>(),
	language: text('language', { enum: LANGUAGES }).notNull(),
	/** Milliseconds since 1970, by the machine that made it. */
	createdAt: bigint('created_at', { mode: 'number' }).notNull(),
	/** The version that opens. Moves only from the version the writer named. */
	head: text('head').notNull(),
	/** Of its versions together, for what an account may keep. */
	bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
	storedAt: moment('stored_at').notNull().defaultNow(),
	/** The work of a pair, by id, from which this one was separated. Its first version names as its parent what both were made from. */
	copyOf: text('copy_of')
});

export const workAuthor = pgTable(
	'work_author',
	{
		workId: text('work_id')
			.notNull()
			.references(() => work.id, { onDelete: 'cascade' }),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** Of who did not begin it: what was stored before is not theirs to read. Null: all is. */
		readsSince: moment('reads_since')
	},
	(table) => [
		primaryKey({ columns: [table.workId, table.accountId] }),
		index('work_author_account').on(table.accountId)
	]
);

export const version = pgTable(
	'version',
	{
		id: text('id').primaryKey(),
		workId: text('work_id')
			.notNull()
			.references(() => work.id, { onDelete: 'cascade' }),
		parent: text('parent'),
		/** By the client's clock: for people. */
		savedAt: bigint('saved_at', { mode: 'number' }).notNull(),
		storedAt: moment('stored_at').notNull().defaultNow(),
		files: jsonb('files').$type<Record<string, string>>().notNull(),
		/** Parsed by lib/steps, in the browser. */
		steps: jsonb('steps').$type<unknown>(),
		/** By account. Read by each for themselves: see lib/server/work/read. */
		decisions: jsonb('decisions').$type<Decisions>().notNull().default({}),
		project: jsonb('project').$type<ProjectFace>()
	},
	(table) => [index('version_work').on(table.workId)]
);

/** Two who share one machine, as long as they do: with the session of the first the row is gone, and with it who sat with whom. */
export const pair = pgTable(
	'pair',
	{
		id: text('id').primaryKey(),
		sessionId: text('session_id')
			.notNull()
			.unique()
			.references(() => session.id, { onDelete: 'cascade' }),
		classId: text('class_id')
			.notNull()
			.references(() => schoolClass.id, { onDelete: 'cascade' }),
		firstMember: text('first_member')
			.notNull()
			.references(() => membership.id, { onDelete: 'cascade' }),
		secondMember: text('second_member')
			.notNull()
			.references(() => membership.id, { onDelete: 'cascade' }),
		beganAt: moment('began_at').notNull().defaultNow()
	},
	(table) => [
		index('pair_class').on(table.classId),
		index('pair_first').on(table.firstMember),
		index('pair_second').on(table.secondMember)
	]
);
