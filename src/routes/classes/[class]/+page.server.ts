import { openJoining, renewJoinCode } from '#lib/server/classes/classes.ts';
import { demandClass } from '#lib/server/classes/demanded.ts';
import { studentsOf } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClass(event, 'class.read');
	return { schoolClass, students: await studentsOf(database(), schoolClass.id) };
};

export const actions: Actions = {
	async renew(event) {
		const { schoolClass } = await demandClass(event, 'class.change');
		await renewJoinCode(database(), schoolClass.id);
	},
	async open(event) {
		const { schoolClass } = await demandClass(event, 'class.change');
		await openJoining(database(), schoolClass.id, true);
	},
	async close(event) {
		const { schoolClass } = await demandClass(event, 'class.change');
		await openJoining(database(), schoolClass.id, false);
	}
};
