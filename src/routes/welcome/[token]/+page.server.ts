/** Makes the person who runs the server a curator, by a link that the server printed. */
import { admitNewAdult, promoteSignedInAdult } from '#lib/server/auth/adult-form.ts';
import { isValidCuratorWelcomeToken } from '#lib/server/auth/welcome.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({ isGood: await isValidCuratorWelcomeToken(params.token) });

export const actions: Actions = {
	new: (event) => admitNewAdult(event, { kind: 'welcome', token: event.params.token }),
	again: (event) => promoteSignedInAdult(event, { kind: 'welcome', token: event.params.token })
};
