import { error, fail } from '@sveltejs/kit';
import { parseEmail } from '#lib/domain/account.ts';
import { m } from '#lib/paraglide/messages.js';
import { sendPasswordResetLink } from '#lib/server/auth/invitations.ts';
import { canSendMail } from '#lib/server/mail/transport.ts';
import { readFormText } from '#lib/server/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ canSendMail: canSendMail() });

export const actions: Actions = {
	async default({ request, url }) {
		if (!canSendMail()) error(404, m.access_nothing());
		const emailText = readFormText(await request.formData(), 'email');
		const email = parseEmail(emailText);
		if (email === undefined) return fail(400, { email: emailText, message: m.adult_email_wrong() });
		await sendPasswordResetLink(email, url);
		return { sent: true };
	}
};
