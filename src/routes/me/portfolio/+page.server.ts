import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/db/index.ts';
import { listPortfolioChallenges } from '#lib/server/studio/portfolio-challenges.ts';
import type { PageServerLoad } from './$types';

// The browser reads the works from its own storage, so no works are loaded here.
export const load: PageServerLoad = async ({ locals: { person } }) => ({
	student: person?.role === 'student' ? person.id : null,
	challenges: await listPortfolioChallenges(database(), person?.id, getLocale())
});
