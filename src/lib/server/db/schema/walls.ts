import {
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { EXHIBIT_LICENCES, WALL_VISIBILITIES } from '#lib/domain/wall.ts';
import type { Decision } from '#lib/domain/work.ts';
import { account, timestampColumn } from './accounts.ts';
import { membership, schoolClass } from './classes.ts';
import { work } from './work.ts';

const visibilityColumns = () => ({
	visibility: text('visibility', { enum: WALL_VISIBILITIES }).notNull().default('shown'),
	/** Membership of the student who reported the row's content; null again once a teacher has decided. */
	reportedBy: text('reported_by').references(() => membership.id, { onDelete: 'set null' }),
	/** Whether a teacher decided to show the content after a report: nobody can report it again until its text or copy changes. */
	isApproved: boolean('is_approved').notNull().default(false)
});

/**
 * A project on the wall of a class. It is deleted with the membership that put it up, so it goes when that student leaves the
 * class.
 */
export const exhibit = pgTable(
	'exhibit',
	{
		id: text('id').primaryKey(),
		classId: text('class_id')
			.notNull()
			.references(() => schoolClass.id, { onDelete: 'cascade' }),
		membershipId: text('membership_id')
			.notNull()
			.references(() => membership.id, { onDelete: 'cascade' }),
		workId: text('work_id')
			.notNull()
			.references(() => work.id, { onDelete: 'cascade' }),
		/** Id of the version that was copied. The copy does not change when the work changes. */
		versionId: text('version_id').notNull(),
		title: text('title').notNull(),
		question: text('question').notNull(),
		/** Files of the version when it was put up. The bytes of own files are kept with the work. */
		files: jsonb('files').$type<Record<string, string>>().notNull(),
		/** The cover's bytes in base64; empty when there is no cover. */
		cover: text('cover').notNull().default(''),
		/** Description of the cover in words, as the program gave it. */
		coverDescription: text('cover_description').notNull().default(''),
		/** Bytes that the exhibit adds to its work's size, for the quota. */
		bytes: integer('bytes').notNull(),
		...visibilityColumns(),
		/** When the exhibit was first put up; walls are ordered by this time. */
		putUpAt: timestampColumn('put_up_at').notNull(),
		/** When the present copy was put up. */
		changedAt: timestampColumn('changed_at').notNull(),
		/**
		 * The exhibit that this project was made from, on the wall of the same class; null when there is none, or when it has been
		 * taken off.
		 */
		remixOf: text('remix_of').references((): AnyPgColumn => exhibit.id, { onDelete: 'set null' }),
		/**
		 * Secret of the address at which people outside the class see this exhibit; null without a link. Stored unhashed, because
		 * the maker and the teacher look the link up again, and it shows nothing but this row.
		 */
		link: text('link').unique(),
		linkedAt: timestampColumn('linked_at'),
		/** The licence that the makers chose for this copy, for people with the link; null for none. */
		licence: text('licence', { enum: EXHIBIT_LICENCES })
	},
	(table) => [
		unique('exhibit_once').on(table.classId, table.workId),
		index('exhibit_remix').on(table.remixOf),
		index('exhibit_membership').on(table.membershipId),
		index('exhibit_work').on(table.workId)
	]
);

/** A sentence about an exhibit; each person writes at most one. */
export const wallSentence = pgTable(
	'wall_sentence',
	{
		id: text('id').primaryKey(),
		exhibitId: text('exhibit_id')
			.notNull()
			.references(() => exhibit.id, { onDelete: 'cascade' }),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** The writer's membership, with which the sentence is deleted; null for a teacher's sentence. */
		membershipId: text('membership_id').references(() => membership.id, { onDelete: 'cascade' }),
		text: text('text').notNull(),
		...visibilityColumns(),
		writtenAt: timestampColumn('written_at').notNull()
	},
	(table) => [
		unique('wall_sentence_once').on(table.exhibitId, table.accountId),
		index('wall_sentence_account').on(table.accountId),
		index('wall_sentence_membership').on(table.membershipId)
	]
);

export const portfolio = pgTable(
	'portfolio',
	{
		id: text('id').primaryKey(),
		classId: text('class_id')
			.notNull()
			.references(() => schoolClass.id, { onDelete: 'cascade' }),
		membershipId: text('membership_id')
			.notNull()
			.unique()
			.references(() => membership.id, { onDelete: 'cascade' }),
		...visibilityColumns(),
		/** When the portfolio was first put up; walls are ordered by this time. */
		putUpAt: timestampColumn('put_up_at').notNull(),
		/** When the present copy was put up. */
		changedAt: timestampColumn('changed_at').notNull()
	},
	(table) => [index('portfolio_class').on(table.classId)]
);

/** A work in a portfolio on a wall, without its program. The row is deleted with the work. */
export const portfolioWork = pgTable(
	'portfolio_work',
	{
		portfolioId: text('portfolio_id')
			.notNull()
			.references(() => portfolio.id, { onDelete: 'cascade' }),
		workId: text('work_id')
			.notNull()
			.references(() => work.id, { onDelete: 'cascade' }),
		/** Place in the portfolio, from 0. */
		position: integer('position').notNull(),
		/** What the student says about the work; may be empty. */
		sentence: text('sentence').notNull(),
		/** Title of a project; empty for a challenge, whose title its version has. */
		title: text('title').notNull(),
		/** Whose problem a project is, as its card says; may be empty. */
		who: text('who').notNull(),
		/** The student's own decision in a challenge; null for a project, and when there is no decision. */
		decision: jsonb('decision').$type<Decision>(),
		isPair: boolean('is_pair').notNull(),
		/** The bytes of the project's cover in base64; empty when there is no cover. */
		cover: text('cover').notNull(),
		/** Description of the cover in words, as the program gave it. */
		coverDescription: text('cover_description').notNull(),
		/** Bytes that this row takes of the student's quota. */
		bytes: integer('bytes').notNull()
	},
	(table) => [primaryKey({ columns: [table.portfolioId, table.workId] }), index('portfolio_work_work').on(table.workId)]
);
