import { demandAccess } from '#lib/server/access/index.ts';
import { findProblemInvitation } from '#lib/server/contributions/invitations.ts';
import { database } from '#lib/server/db/index.ts';
import { canSendMail } from '#lib/server/mail/transport.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	demandAccess(event, 'problem.tell');
	const { link } = event.params;
	const row = await findProblemInvitation(database(), link, new Date());
	const invitation = row ? { token: link, name: row.name, className: row.className } : ('over' as const);
	return { origin: event.url.origin, hasMail: canSendMail(), invitation };
};
