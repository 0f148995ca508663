import { demandAccess } from '#lib/server/access/index.ts';
import { canSendMail } from '#lib/server/mail/transport.ts';
import type { PageServerLoad } from './$types';

/** Loads the origin of the page's address, on which private links are built: without a script only the server can know it. */
export const load: PageServerLoad = (event) => {
	demandAccess(event, 'problem.tell');
	return { origin: event.url.origin, hasMail: canSendMail() };
};
