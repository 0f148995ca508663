import { problemCardOfRow } from '#lib/server/contributions/problem-queries.ts';
import { demandProblemAccess } from '#lib/server/contributions/require-problem.ts';
import type { PageServerLoad } from './$types';

/** Loads the problem without the contributor's name and contact, because a whole class gets the printed sheet. */
export const load: PageServerLoad = async (event) => {
	const { row } = await demandProblemAccess(event, 'problem.read');
	return { problem: { id: row.id, card: problemCardOfRow(row), trade: row.trade, place: row.place } };
};
