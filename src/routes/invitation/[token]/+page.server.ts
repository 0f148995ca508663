import { INVITED_ROLES, findInvitation } from '#lib/server/auth/invitations.ts';
import { admitNewAdult, promoteSignedInAdult } from '#lib/server/auth/adult-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Loads the invitation. Opening the page does not use up the link, because mail programs open links too. */
export const load: PageServerLoad = async ({ params }) => {
	const invitation = await findInvitation(params.token, 'role');
	return { role: INVITED_ROLES.find((role) => role === invitation?.role) };
};

export const actions: Actions = {
	new: (event) => admitNewAdult(event, { kind: 'invitation', token: event.params.token }),
	again: (event) => promoteSignedInAdult(event, { kind: 'invitation', token: event.params.token })
};
