import { problemCardOfRow } from '#lib/server/contributions/problem-queries.ts';
import { demandProblemAccess } from '#lib/server/contributions/require-problem.ts';
import { database } from '#lib/server/db/index.ts';
import { foldersOfProblem } from '#lib/server/studio/demo/problem-folders.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person, row } = await demandProblemAccess(event, 'problem.show');
	return {
		account: person.id,
		language: getLocale(),
		problem: { id: row.id, card: problemCardOfRow(row), trade: row.trade, language: row.language },
		folders: await foldersOfProblem(database(), person.id, row.id)
	};
};
