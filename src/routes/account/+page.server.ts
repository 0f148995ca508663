import { fail, redirect } from '@sveltejs/kit';
import { isLongEnoughPassword, parseAdultName, parseEmail, SHORTEST_PASSWORD } from '#lib/domain/account.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { HASH_QUEUE_RETRY_SECONDS } from '#lib/server/auth/hash-queue.ts';
import {
	findRequiredProof,
	changeOwnEmail,
	changeOwnName,
	readOwnEmail,
	changePassword
} from '#lib/server/auth/own-identity.ts';
import { endSessionsOfAccount, signOut } from '#lib/server/auth/session.ts';
import type { SignInResult } from '#lib/server/auth/sign-in.ts';
import { readFormText } from '#lib/server/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, name, role } = demandAccess(event, 'account.change', ['self']);
	if (role === 'student') return { identity: undefined };
	return { identity: { name, email: await readOwnEmail(id), hasPassword: (await findRequiredProof(id)) === 'secret' } };
};

const failAtField = (field: string, message: string) => fail(400, { field, message });
const failWithProof = (field: string, result: Exclude<SignInResult, { kind: 'in' }>) => {
	if (result.kind === 'busy') return failAtField(field, m.adult_busy({ seconds: HASH_QUEUE_RETRY_SECONDS }));
	if (result.kind === 'wait') return failAtField(field, m.account_wait({ seconds: result.seconds }));
	return failAtField(field, m.account_password_wrong());
};

export const actions: Actions = {
	async name(event) {
		const { id } = demandAccess(event, 'account.rename', ['self']);
		const name = parseAdultName(readFormText(await event.request.formData(), 'name'));
		if (name === undefined) return failAtField('name', m.adult_name_empty());
		await changeOwnName(id, name);
		return { changed: 'name' };
	},

	async email(event) {
		const person = demandAccess(event, 'account.readdress', ['self']);
		const form = await event.request.formData();
		const email = parseEmail(readFormText(form, 'email'));
		if (email === undefined) return failAtField('email', m.adult_email_wrong());
		const result = await changeOwnEmail(event, person, email, readFormText(form, 'password'));
		if (result.kind === 'taken') return failAtField('email', m.account_email_taken());
		return result.kind === 'in' ? { changed: 'email' } : failWithProof('password', result);
	},

	async password(event) {
		const { id } = demandAccess(event, 'account.change', ['self']);
		const form = await event.request.formData();
		const [current, next] = [readFormText(form, 'current'), readFormText(form, 'next')];
		if (!isLongEnoughPassword(next)) return failAtField('next', m.adult_password_short({ length: SHORTEST_PASSWORD }));
		const result = await changePassword(event, id, current, next);
		return result.kind === 'in' ? { changed: 'password' } : failWithProof('current', result);
	},

	async everywhere(event) {
		const { id } = demandAccess(event, 'account.change', ['self']);
		await endSessionsOfAccount(id);
		await signOut(event);
		redirect(303, localizeHref('/'));
	}
};
