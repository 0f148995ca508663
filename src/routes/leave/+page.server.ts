import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/localize-href.ts';
import { signOut } from '#lib/server/auth/session.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	async default(event) {
		if (event.locals.person) await signOut(event);
		redirect(303, localizeHref('/'));
	}
};
