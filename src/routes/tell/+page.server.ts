import { demandAccess } from '#lib/server/access/index.ts';
import { canSendMail } from '#lib/server/mail/transport.ts';
import type { PageServerLoad } from './$types';

/** Loads the page's origin, for building private links: without a script only the server can know the origin. */
export const load: PageServerLoad = (event) => {
	demandAccess(event, 'problem.tell');
	return { origin: event.url.origin, hasMail: canSendMail() };
};
