import { findAssignmentsByChallenge } from '#lib/server/assignments/assignment-queries.ts';
import { listChallenges } from '#lib/server/content/index.ts';
import { database } from '#lib/server/db/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';
import { homeTextsFor } from './home-texts.server.ts';

export const load: PageServerLoad = async ({ locals: { person } }) => {
	const all = await listChallenges(getLocale());
	// Newcomers first see the challenge of the parking meter, which they can finish within one lesson.
	const first = all.find(({ id }) => id === 'horodateur') ?? all[0];
	return {
		texts: homeTextsFor(person),
		given: await findAssignmentsByChallenge(database(), person, new Date()),
		first,
		others: all.filter((one) => one !== first).slice(0, 3)
	};
};
