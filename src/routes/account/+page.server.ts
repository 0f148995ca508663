/** Changes an adult's password, or ends all sessions of a signed-in person. */
import { fail, redirect } from '@sveltejs/kit';
import { isLongEnoughPassword, SHORTEST_PASSWORD } from '#lib/domain/adult.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { HASH_QUEUE_RETRY_SECONDS } from '#lib/server/auth/hash-queue.ts';
import { changePassword } from '#lib/server/auth/own-password.ts';
import { endSessionsOfAccount, signOut } from '#lib/server/auth/session.ts';
import { readFormText } from '#lib/server/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	demandAccess(event, 'account.change', ['self']);
};

export const actions: Actions = {
	async password(event) {
		const { id } = demandAccess(event, 'account.change', ['self']);
		const form = await event.request.formData();
		const [current, next] = [readFormText(form, 'current'), readFormText(form, 'next')];
		const failAtField = (field: string, message: string) => fail(400, { field, message });
		if (!isLongEnoughPassword(next)) return failAtField('next', m.adult_password_short({ length: SHORTEST_PASSWORD }));
		const result = await changePassword(event, id, current, next);
		if (result.kind === 'busy') return failAtField('current', m.adult_busy({ seconds: HASH_QUEUE_RETRY_SECONDS }));
		if (result.kind === 'wait') return failAtField('current', m.account_wait({ seconds: result.seconds }));
		if (result.kind === 'wrong') return failAtField('current', m.account_password_wrong());
		return { changed: true };
	},

	async everywhere(event) {
		const { id } = demandAccess(event, 'account.change', ['self']);
		await endSessionsOfAccount(id);
		await signOut(event);
		redirect(303, localizeHref('/'));
	}
};
