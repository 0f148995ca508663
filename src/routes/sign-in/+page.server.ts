import { error, fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { HASH_QUEUE_RETRY_SECONDS } from '#lib/server/auth/hash-queue.ts';
import { homePathOfEmail, homePathOfRole } from '#lib/server/auth/adult-form.ts';
import { isOpenIdConfigured, createOpenIdSignInAddress } from '#lib/server/auth/open-id.ts';
import { signInAdult } from '#lib/server/auth/sign-in.ts';
import { readFormText, toLocalRedirectPath } from '#lib/server/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Returns the address to open after signing in; null when none was requested, so that the person's role decides. */
const requestedAddressOf = (url: URL): string | null => toLocalRedirectPath(url.searchParams.get('to'), '') || null;

/** Returns the address to which the OpenID provider sends people who requested no page; it then redirects by their role. */
const openIdArrivalAddress = (): string => localizeHref('/sign-in?arrived');

export const load: PageServerLoad = ({ url, locals }) => {
	if (url.searchParams.has('arrived') && locals.person) redirect(303, homePathOfRole(locals.person.role));
	return {
		openId: isOpenIdConfigured(),
		failed: url.searchParams.has('error'),
		to: requestedAddressOf(url)
	};
};

export const actions: Actions = {
	async password(event) {
		const form = await event.request.formData();
		const [email, password] = [readFormText(form, 'email'), readFormText(form, 'password')];
		const failAtField = (field: string, message: string) => fail(400, { field, message, email });
		if (email.trim() === '') return failAtField('email', m.adult_email_wrong());
		if (password === '') return failAtField('password', m.sign_in_password_empty());
		const result = await signInAdult(event, email, password, form.has('remember'));
		if (result.kind === 'busy') {
			event.setHeaders({ 'retry-after': String(HASH_QUEUE_RETRY_SECONDS) });
			return fail(503, { field: 'password', message: m.adult_busy({ seconds: HASH_QUEUE_RETRY_SECONDS }), email });
		}
		if (result.kind === 'wait') return failAtField('password', m.account_wait({ seconds: result.seconds }));
		if (result.kind === 'wrong') return failAtField('password', m.sign_in_wrong());
		redirect(303, requestedAddressOf(event.url) ?? (await homePathOfEmail(email)));
	},

	async openid(event) {
		if (!isOpenIdConfigured()) error(404, m.access_nothing());
		const to = requestedAddressOf(event.url) ?? openIdArrivalAddress();
		const address = await createOpenIdSignInAddress(event, to, localizeHref('/sign-in'));
		redirect(303, address ?? localizeHref('/sign-in?error=provider'));
	}
};
