import { demandAccess } from '#lib/server/access/index.ts';
import { classesTaughtBy } from '#lib/server/classes/classes.ts';
import { dropNotice, noticesOfTeacher } from '#lib/server/classes/notices.ts';
import { database } from '#lib/server/db/index.ts';
import { formText } from '#lib/server/http/form.ts';
import { classesWithReports } from '#lib/server/wall/decide-reports.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'class.create');
	const classes = await classesTaughtBy(database(), person.id);
	return {
		classes,
		/** Ids of the classes in which a report on the wall waits for a teacher. */
		withReports: await classesWithReports(
			database(),
			classes.map(({ id }) => id)
		),
		notices: await noticesOfTeacher(database(), person.id)
	};
};

export const actions: Actions = {
	/** Drops a notice that the teacher says they have read. */
	async read(event) {
		const person = demandAccess(event, 'class.create');
		await dropNotice(database(), person.id, formText(await event.request.formData(), 'notice'));
	}
};
