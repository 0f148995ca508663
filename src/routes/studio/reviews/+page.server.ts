import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { listVersionsToReview } from '#lib/server/studio/catalogue/reviews.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'publication.list');
	return { versions: await listVersionsToReview(database(), person, getLocale()) };
};
