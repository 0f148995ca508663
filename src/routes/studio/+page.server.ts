import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { listCatalogue } from '#lib/server/studio/catalogue/catalogue.ts';
import { listVersionsToReview } from '#lib/server/studio/catalogue/reviews.ts';
import { listChallengesPublishedBy } from '#lib/server/studio/publications.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

// The browser lists the folders from its own storage, so no folders are loaded here.
export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'studio.use');
	const language = getLocale();
	const challenges = await listCatalogue(database(), language);
	return {
		account: person.id,
		language,
		challenges: challenges.map(({ id, title, piste }) => ({ id, title, piste })),
		toReview: (await listVersionsToReview(database(), person, language)).filter(({ state }) => state === 'proposed')
			.length,
		published: await listChallengesPublishedBy(database(), person.id)
	};
};
