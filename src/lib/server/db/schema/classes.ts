/** Classes and who is in them. Real names are in the teacher's own file and never here. */
import { boolean, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { PISTES } from '../../../domain/challenge.ts';
import { account, moment } from './accounts.ts';

export const schoolClass = pgTable('class', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	/** Typed by students, without look-alike characters, in capitals. */
	joinCode: text('join_code').notNull().unique(),
	joinOpen: boolean('join_open').notNull().default(true),
	/** Days after archiving until everything of the class is deleted. */
	retentionDays: integer('retention_days').notNull().default(365),
	createdAt: moment('created_at').notNull().defaultNow(),
	archivedAt: moment('archived_at'),
	/** Who answers for it: no colleague removes them. Null: they left, or nobody knows. */
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

/** What a teacher is told about a class that was taken from them or given to them, until they have read it. */
export const classNotice = pgTable(
	'class_notice',
	{
		id: text('id').primaryKey(),
		/** Whom it is told. */
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: ['removed', 'handed-over', 'received'] }).notNull(),
		/** As the class was called then: whoever is removed may not read it any more. */
		className: text('class_name').notNull(),
		/** Who did it; null: their account is gone. */
		doneBy: text('done_by').references(() => account.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull().defaultNow()
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
		/** As shown. */
		pseudonym: text('pseudonym').notNull(),
		/** As compared: lower case, without accents and spaces; unique within the class. */
		pseudonymKey: text('pseudonym_key').notNull(),
		joinedAt: moment('joined_at').notNull().defaultNow()
	},
	(table) => [
		unique('membership_pseudonym').on(table.classId, table.pseudonymKey),
		unique('membership_once').on(table.classId, table.accountId),
		index('membership_account').on(table.accountId)
	]
);

/** A teacher watched, and says so: no counter awards a level. */
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
		validatedAt: moment('validated_at').notNull().defaultNow()
	},
	(table) => [unique('level_once').on(table.classId, table.accountId, table.piste)]
);
