import { demandAccess } from '#lib/server/access/index.ts';
import { listClassesTaughtBy } from '#lib/server/classes/classes.ts';
import { deleteNotice, noticesOfTeacher } from '#lib/server/classes/notices.ts';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { listClassesWithWallReports } from '#lib/server/wall/reports.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'class.create');
	const classes = await listClassesTaughtBy(database(), person.id);
	return {
		classes,
		withReports: await listClassesWithWallReports(
			database(),
			classes.map(({ id }) => id)
		),
		notices: await noticesOfTeacher(database(), person.id)
	};
};

export const actions: Actions = {
	async read(event) {
		const person = demandAccess(event, 'class.create');
		await deleteNotice(database(), person.id, readFormText(await event.request.formData(), 'notice'));
	}
};
