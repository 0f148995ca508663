/** Challenge versions, named by the hash of their whole folder. A package stays while something pins it. */
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Challenge } from '../../../domain/challenge.ts';
import { moment } from './accounts.ts';

export const challengePackage = pgTable(
	'challenge_package',
	{
		hash: text('hash').primaryKey(),
		id: text('id').notNull(),
		version: text('version').notNull(),
		/** What a browser may have. */
		challenge: jsonb('challenge').$type<Challenge>().notNull(),
		/** By language, also in `challenge`: a whole package is not read for its title. */
		titles: jsonb('titles').$type<Record<string, string>>().notNull().default({}),
		/** Solution, held-back checks, mutants and the teacher's page, as the packer gives them: never sent to a student. */
		hidden: jsonb('hidden').$type<unknown>().notNull(),
		importedAt: moment('imported_at').notNull().defaultNow()
	},
	(table) => [index('challenge_package_id').on(table.id)]
);
