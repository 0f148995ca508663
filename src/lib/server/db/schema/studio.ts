import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { type PublicationReviewPoint, PUBLICATION_ACTS, PUBLICATION_STATES } from '#lib/domain/publication.ts';
import { account, timestampColumn } from './accounts.ts';
import { problem } from './contributions.ts';
import { work } from './work.ts';
import type { Challenge } from '#lib/domain/challenge.ts';

export const challengePackage = pgTable(
	'challenge_package',
	{
		hash: text('hash').primaryKey(),
		id: text('id').notNull(),
		version: text('version').notNull(),
		/** The public part of the version, which browsers may receive. */
		challenge: jsonb('challenge').$type<Challenge>().notNull(),
		/** Titles by language, copied from `challenge`, so that reading a title does not load the whole package. */
		titles: jsonb('titles').$type<Record<string, string>>().notNull().default({}),
		/** The private part: solution, held-back checks, mutants and the teacher's page. Never sent to a student. */
		hidden: jsonb('hidden').$type<unknown>().notNull(),
		importedAt: timestampColumn('imported_at').notNull().defaultNow()
	},
	(table) => [index('challenge_package_id').on(table.id)]
);

/** A challenge id of the studio. It belongs to the first account that published a version under it. */
export const studioChallenge = pgTable(
	'studio_challenge',
	{
		id: text('id').primaryKey(),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** Id of the challenge that this challenge was adapted from; null when it began empty. */
		madeFrom: text('made_from'),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [index('studio_challenge_account').on(table.accountId)]
);

const reviewerColumn = (name: string) => text(name).references(() => account.id, { onDelete: 'set null' });

/** A version that its maker published to their own classes, and may propose to the catalogue. */
export const publication = pgTable(
	'publication',
	{
		hash: text('hash')
			.primaryKey()
			.references(() => challengePackage.hash),
		challengeId: text('challenge_id')
			.notNull()
			.references(() => studioChallenge.id, { onDelete: 'cascade' }),
		version: text('version').notNull(),
		/** The author's files by path, as they were written, private part included. */
		files: jsonb('files').$type<Record<string, string>>().notNull(),
		publishedAt: timestampColumn('published_at').notNull().defaultNow(),
		/** State on the way to the catalogue; `draft` when the version was never proposed. */
		state: text('state', { enum: PUBLICATION_STATES }).notNull().default('draft'),
		stateSince: timestampColumn('state_since').notNull().defaultNow(),
		/**
		 * Accounts of the reviewers: while the version is proposed, of the one who has agreed so far; later, of the two who checked
		 * it.
		 */
		curatorId: reviewerColumn('curator_id'),
		teacherId: reviewerColumn('teacher_id'),
		/** The problem that the challenge was begun from. */
		problemId: text('problem_id').references(() => problem.id, { onDelete: 'set null' }),
		/**
		 * Hash of what the problem's contributor approves, by which an approval of this version is recognised: see
		 * server/studio/demo/shown-version.ts.
		 */
		shownHash: text('shown_hash').notNull().default('')
	},
	(table) => [
		index('publication_challenge').on(table.challengeId),
		uniqueIndex('publication_listed')
			.on(table.challengeId)
			.where(sql`${table.state} = 'published'`),
		uniqueIndex('publication_in_review')
			.on(table.challengeId)
			.where(sql`${table.state} in ('proposed', 'work-needed')`),
		check(
			'publication_one_agreement',
			sql`${table.state} <> 'proposed' or ${table.curatorId} is null or ${table.teacherId} is null`
		)
	]
);

/** An act or a message of a challenge's maker or reviewers on its way to the catalogue. */
export const publicationMessage = pgTable(
	'publication_message',
	{
		id: text('id').primaryKey(),
		challengeId: text('challenge_id')
			.notNull()
			.references(() => studioChallenge.id, { onDelete: 'cascade' }),
		/** The author's version number that the message is about. */
		version: text('version').notNull(),
		accountId: reviewerColumn('account_id'),
		act: text('act', { enum: PUBLICATION_ACTS }).notNull(),
		points: jsonb('points').$type<PublicationReviewPoint[]>().notNull().default([]),
		text: text('text').notNull().default(''),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [index('publication_message_challenge').on(table.challengeId)]
);

/** A private link to a folder in the making: every teacher who has the link may read the folder's newest version. */
export const folderLink = pgTable(
	'folder_link',
	{
		tokenHash: text('token_hash').primaryKey(),
		workId: text('work_id')
			.notNull()
			.references(() => work.id, { onDelete: 'cascade' }),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [index('folder_link_work').on(table.workId)]
);
