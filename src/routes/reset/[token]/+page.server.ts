import { fail, redirect } from '@sveltejs/kit';
import { isLongEnoughPassword, SHORTEST_PASSWORD } from '#lib/domain/account.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { resetPassword } from '#lib/server/auth/adults.ts';
import { findInvitation } from '#lib/server/auth/invitations.ts';
import { readFormText } from '#lib/server/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({
	isGood: (await findInvitation(params.token, 'reset')) !== undefined
});

export const actions: Actions = {
	async default({ request, params }) {
		const password = readFormText(await request.formData(), 'password');
		if (!isLongEnoughPassword(password))
			return fail(400, { message: m.adult_password_short({ length: SHORTEST_PASSWORD }) });
		if (!(await resetPassword(params.token, password))) return fail(400, { message: m.link_spent() });
		redirect(303, localizeHref('/sign-in'));
	}
};
