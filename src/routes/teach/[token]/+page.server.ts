import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { findClassOfCoTeacherLink, spendCoTeacherLink } from '#lib/server/classes/teachers.ts';
import { database } from '#lib/server/db/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** Loads only the name of the class, until the teacher who has the link accepts the class. */
export const load: PageServerLoad = async (event) => {
	demandAccess(event, 'class.create');
	return { offered: (await findClassOfCoTeacherLink(database(), event.params.token, new Date()))?.name ?? null };
};

export const actions: Actions = {
	async default(event) {
		const person = demandAccess(event, 'class.create');
		const id = await spendCoTeacherLink(database(), event.params.token, person.id, new Date());
		if (id === undefined) return fail(410, { message: m.teach_over() });
		redirect(303, localizeHref(`/classes/${id}`));
	}
};
