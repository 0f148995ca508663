/** Tables of challenges that teachers made in the studio, and of the links by which a colleague gets one in the making. */
import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ReviewPoint } from '#lib/domain/publication-review.ts';
import { PUBLICATION_ACTS, PUBLICATION_STATES } from '#lib/domain/publication-state.ts';
import { account, timestampColumn } from './accounts.ts';
import { challengePackage } from './content.ts';
import { problem } from './contributions.ts';
import { work } from './work.ts';

/** The id of a challenge belongs to the first account that published under it. */
export const studioChallenge = pgTable(
	'studio_challenge',
	{
		id: text('id').primaryKey(),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** Id of the challenge that it was made from; null when it began empty. */
		madeFrom: text('made_from'),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [index('studio_challenge_account').on(table.accountId)]
);

const reviewer = (name: string) => text(name).references(() => account.id, { onDelete: 'set null' });

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
		/** The folder as it was written, private part included. */
		files: jsonb('files').$type<Record<string, string>>().notNull(),
		/** To their classes. */
		publishedAt: timestampColumn('published_at').notNull().defaultNow(),
		/** In the catalogue: `draft` for one that was never proposed. */
		state: text('state', { enum: PUBLICATION_STATES }).notNull().default('draft'),
		stateSince: timestampColumn('state_since').notNull().defaultNow(),
		/** Who agreed, as long as the version is proposed; then who checked it. */
		curatorId: reviewer('curator_id'),
		teacherId: reviewer('teacher_id'),
		/** The problem that it was begun from. */
		problemId: text('problem_id').references(() => problem.id, { onDelete: 'set null' }),
		/** What its teller would have approved: see server/studio/showing/shown-hash.ts. */
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

/** What its maker and its reviewers did and wrote about a challenge on its way to the catalogue. */
export const publicationMessage = pgTable(
	'publication_message',
	{
		id: text('id').primaryKey(),
		challengeId: text('challenge_id')
			.notNull()
			.references(() => studioChallenge.id, { onDelete: 'cascade' }),
		/** The author's number of the version that it is about. */
		version: text('version').notNull(),
		accountId: reviewer('account_id'),
		act: text('act', { enum: PUBLICATION_ACTS }).notNull(),
		/** What the reviewer had ticked. */
		points: jsonb('points').$type<ReviewPoint[]>().notNull().default([]),
		text: text('text').notNull().default(''),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [index('publication_message_challenge').on(table.challengeId)]
);

/** A private link to a folder in the making: whoever teaches and has it may read the newest version. */
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
