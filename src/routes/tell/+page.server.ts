import { demandAccess } from '#lib/server/access/index.ts';
import type { PageServerLoad } from './$types';

/** Where the private link leads: the page's own address, which the server knows without a script too. */
export const load: PageServerLoad = (event) => {
	demandAccess(event, 'problem.tell');
	return { origin: event.url.origin };
};
