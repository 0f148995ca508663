/** Tables of works, own files and pairs; browsers make ids, and each version names its parent, so forks survive. */
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { LANGUAGES } from '#lib/domain/language.ts';
import type { ProjectDescription } from '#lib/domain/project.ts';
import { WORK_KINDS, type Decisions, type PinnedChallenge } from '#lib/domain/work.ts';
import { account, timestampColumn, session } from './accounts.ts';
import { membership, schoolClass } from './classes.ts';

export const work = pgTable('work', {
	id: text('id').primaryKey(),
	format: integer('format').notNull(),
	kind: text('kind', { enum: WORK_KINDS }).notNull(),
	challenge: jsonb('challenge').$type<PinnedChallenge>(),
	language: text('language', { enum: LANGUAGES }).notNull(),
	/** When the work was made, in milliseconds since 1970 by the clock of the machine that made it. */
	createdAt: bigint('created_at', { mode: 'number' }).notNull(),
	/** Id of the version that opens. A new version becomes the head only when its writer named the current head. */
	head: text('head').notNull(),
	/** Size of all versions together, for the account's quota. */
	bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
	storedAt: timestampColumn('stored_at').notNull().defaultNow(),
	/** The pair's work from which this work was separated. The parent of this work's first version is the last common version. */
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
		/** Moment before which stored versions are closed to this author, who joined later; null for an author who may read all. */
		readsSince: timestampColumn('reads_since')
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
		/** When the version was saved, by the browser's clock; for display only. */
		savedAt: bigint('saved_at', { mode: 'number' }).notNull(),
		storedAt: timestampColumn('stored_at').notNull().defaultNow(),
		files: jsonb('files').$type<Record<string, string>>().notNull(),
		/** The step snapshot, which only browsers parse, with lib/steps. */
		steps: jsonb('steps').$type<unknown>(),
		/** The decision of each author, by account id. An author reads only their own: see lib/server/work/redact-version.ts. */
		decisions: jsonb('decisions').$type<Decisions>().notNull().default({}),
		project: jsonb('project').$type<ProjectDescription>()
	},
	(table) => [index('version_work').on(table.workId)]
);

/** An own file of a project, kept beside the versions, whose texts name the file. */
export const workFile = pgTable(
	'work_file',
	{
		workId: text('work_id')
			.notNull()
			.references(() => work.id, { onDelete: 'cascade' }),
		sha256: text('sha256').notNull(),
		/** The file's bytes in base64, which backups and both database engines handle like any text. */
		content: text('content').notNull()
	},
	(table) => [primaryKey({ columns: [table.workId, table.sha256] })]
);

/**
 * Two students at one machine. Deleted with the first student's session, so that no record of who sat with whom
 * remains.
 */
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
		beganAt: timestampColumn('began_at').notNull().defaultNow()
	},
	(table) => [
		index('pair_class').on(table.classId),
		index('pair_first').on(table.firstMember),
		index('pair_second').on(table.secondMember)
	]
);
