/** The table of challenge versions, each named by the hash of its whole folder. */
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Challenge } from '#lib/domain/challenge.ts';
import { timestampColumn } from './accounts.ts';

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
