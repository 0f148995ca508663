import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { demand } from '#lib/server/access/index.ts';
import { signOut } from '#lib/server/auth/session.ts';
import { database } from '#lib/server/db/index.ts';
import { gather } from '#lib/server/personal-data/gather.ts';
import { classesOnlyOf, removePerson } from '#lib/server/personal-data/remove.ts';
import { outline } from '#lib/server/personal-data/outline.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = demand(event, 'account.read', ['self']);
	return {
		kept: outline(await gather(database(), id, new Date()), getLocale()),
		/** What a teacher takes along when they go. */
		alone: (await classesOnlyOf(database(), id)).map(({ name }) => name)
	};
};

export const actions: Actions = {
	async default(event) {
		const { id } = demand(event, 'account.delete', ['self']);
		if (!(await event.request.formData()).has('sure')) return fail(400, { message: m.data_delete_check() });
		const removal = await removePerson(database(), id, new Date());
		if (removal.kind === 'last-curator') return fail(409, { message: m.data_last_curator() });
		await signOut(event);
		redirect(303, localizeHref('/'));
	}
};
