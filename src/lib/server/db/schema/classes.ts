/** Real names never reach this server. */
import { boolean, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { PISTES } from '#lib/domain/challenge.ts';
import { account, timestampColumn } from './accounts.ts';

export const schoolClass = pgTable('class', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	/** Join code, typed by students: capitals and digits without look-alike characters. */
	joinCode: text('join_code').notNull().unique(),
	joinOpen: boolean('join_open').notNull().default(true),
	/** Days after archiving until the class is deleted with everything in it. */
	retentionDays: integer('retention_days').notNull().default(365),
	createdAt: timestampColumn('created_at').notNull().defaultNow(),
	archivedAt: timestampColumn('archived_at'),
	/** Whether students may put projects on the class's wall; closed until a teacher opens it. */
	wallOpen: boolean('wall_open').notNull().default(false),
	/** Whether students may make links by which people outside the class see an exhibit; off until a teacher turns them on. */
	linksOpen: boolean('links_open').notNull().default(false),
	/** Teacher responsible for the class, whom no colleague can remove; null when that teacher left or is unknown. */
	madeBy: text('made_by').references(() => account.id, { onDelete: 'set null' })
});

export const classTeacher = pgTable(
	'class_teacher',
	{
		classId: text('class_id')
			.notNull()
			.references(() => schoolClass.id, { onDelete: 'cascade' }),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' })
	},
	(table) => [
		primaryKey({ columns: [table.classId, table.accountId] }),
		index('class_teacher_account').on(table.accountId)
	]
);

/** A notice to a teacher about what happened to a class of theirs, kept until they have read it. */
export const classNotice = pgTable(
	'class_notice',
	{
		id: text('id').primaryKey(),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: ['removed', 'handed-over', 'received', 'deleted', 'student-deleted'] }).notNull(),
		/**
		 * Name of the class when the notice was made, because the class may be deleted or no longer visible to the notice's reader.
		 */
		className: text('class_name').notNull(),
		/** Account that caused the notice; null once that account is deleted, and for a deleted student, whom no notice names. */
		doneBy: text('done_by').references(() => account.id, { onDelete: 'set null' }),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [index('class_notice_account').on(table.accountId)]
);

export const membership = pgTable(
	'membership',
	{
		id: text('id').primaryKey(),
		classId: text('class_id')
			.notNull()
			.references(() => schoolClass.id, { onDelete: 'cascade' }),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		pseudonym: text('pseudonym').notNull(),
		/** The pseudonym as it is compared: lower case, without accents and spaces. Unique within the class. */
		pseudonymKey: text('pseudonym_key').notNull(),
		joinedAt: timestampColumn('joined_at').notNull().defaultNow()
	},
	(table) => [
		unique('membership_pseudonym').on(table.classId, table.pseudonymKey),
		unique('membership_once').on(table.classId, table.accountId),
		index('membership_account').on(table.accountId)
	]
);

/** A level that a teacher validated after watching the student. Levels are never awarded automatically. */
export const level = pgTable(
	'level',
	{
		id: text('id').primaryKey(),
		classId: text('class_id')
			.notNull()
			.references(() => schoolClass.id, { onDelete: 'cascade' }),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		piste: text('piste', { enum: PISTES }).notNull(),
		note: text('note').notNull().default(''),
		validatedBy: text('validated_by').references(() => account.id, { onDelete: 'set null' }),
		validatedAt: timestampColumn('validated_at').notNull().defaultNow()
	},
	(table) => [unique('level_once').on(table.classId, table.accountId, table.piste)]
);
