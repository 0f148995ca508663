import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { schoolClassNameSchema } from '#lib/domain/school-class.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { createClass } from '#lib/server/classes/classes.ts';
import { database } from '#lib/server/db/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	demandAccess(event, 'class.create');
};

export const actions: Actions = {
	async default(event) {
		const person = demandAccess(event, 'class.create');
		const form = await event.request.formData();
		const name = v.safeParse(schoolClassNameSchema, form.get('name'));
		if (!name.success) return fail(400, { message: m.class_name_wrong() });
		const { id } = await createClass(database(), name.output, person.id);
		// Pass on the challenge that the teacher wants to assign, which the new class's page then offers.
		const challenge = event.url.searchParams.get('challenge');
		const search = challenge === null ? '' : `?${new URLSearchParams({ challenge }).toString()}`;
		redirect(303, localizeHref(`/classes/${id}${search}`));
	}
};
