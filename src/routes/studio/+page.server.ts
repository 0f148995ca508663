import { demandAccess } from '#lib/server/access/index.ts';
import { listChallenges } from '#lib/server/content/index.ts';
import { database } from '#lib/server/db/index.ts';
import { publishedBy } from '#lib/server/studio/publications.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

// The browser lists the drafts itself, so this data holds nothing of them.
export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'studio.use');
	const language = getLocale();
	const challenges = await listChallenges(language);
	return {
		account: person.id,
		language,
		challenges: challenges.map(({ id, title, piste }) => ({ id, title, piste })),
		published: await publishedBy(database(), person.id)
	};
};
