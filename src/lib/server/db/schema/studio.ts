/** Tables of challenges that teachers made in the studio, and of the links by which a colleague gets one in the making. */
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { account, timestampColumn } from './accounts.ts';
import { challengePackage } from './content.ts';
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

/** A version that its maker published to their own classes. */
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
		publishedAt: timestampColumn('published_at').notNull().defaultNow()
	},
	(table) => [index('publication_challenge').on(table.challengeId)]
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
