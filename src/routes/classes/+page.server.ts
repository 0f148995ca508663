import { demandAccess } from '#lib/server/access/index.ts';
import { classesTaughtBy } from '#lib/server/classes/classes.ts';
import { dropNotice, noticesOfTeacher } from '#lib/server/classes/notices.ts';
import { database } from '#lib/server/db/index.ts';
import { formText } from '#lib/server/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'class.create');
	return {
		classes: await classesTaughtBy(database(), person.id),
		notices: await noticesOfTeacher(database(), person.id)
	};
};

export const actions: Actions = {
	async read(event) {
		const person = demandAccess(event, 'class.create');
		await dropNotice(database(), person.id, formText(await event.request.formData(), 'notice'));
	}
};
