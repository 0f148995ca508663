import { countClassCodeAttempts, clearClassAttemptWaits, countFailedSignIns } from '#lib/server/auth/sign-in-waits.ts';
import { findAssignableChallenge } from '#lib/server/assignments/assignments.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { setClassOpenForJoining, renewJoinCode } from '#lib/server/classes/classes.ts';
import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { listStudentsAwaitingDeletion } from '#lib/server/personal-data/departures.ts';
import { listStudentsOfClass } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import { listClassesWithWallReports } from '#lib/server/wall/reports.ts';
import { listAddressesForStudents } from '#lib/server/http/server-addresses.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person, schoolClass } = await demandClassAccess(event, 'class.read');
	const challenge = event.url.searchParams.get('challenge');
	const assignable = challenge === null ? undefined : await findAssignableChallenge(database(), challenge, person.id);
	const students = await listStudentsOfClass(database(), schoolClass.id);
	const now = new Date();
	return {
		schoolClass,
		students,
		/** Whether the teacher comes from taking a student out. The address does not say whom. */
		hasRemovedStudent: event.url.searchParams.has('removed'),
		/** The challenge that the teacher wanted to assign when creating this class; null for none. */
		toAssign: assignable && challenge !== null ? { challenge, title: assignable.title[getLocale()] } : null,
		/** Number of failed sign-ins, by the key of the student's pseudonym. */
		tries: await countFailedSignIns(schoolClass.id, students, now),
		attemptsWithCode: await countClassCodeAttempts(schoolClass.joinCode, now),
		addresses: listAddressesForStudents(event.url),
		departures: await listStudentsAwaitingDeletion(database(), schoolClass.id),
		hasReport: (await listClassesWithWallReports(database(), [schoolClass.id])).length > 0
	};
};

export const actions: Actions = {
	async renew(event) {
		const { schoolClass } = await demandClassAccess(event, 'class.change');
		await renewJoinCode(database(), schoolClass.id);
	},
	async open(event) {
		const { schoolClass } = await demandClassAccess(event, 'class.change');
		await setClassOpenForJoining(database(), schoolClass.id, true);
	},
	async lift(event) {
		const { schoolClass } = await demandClassAccess(event, 'class.change');
		await clearClassAttemptWaits(schoolClass.joinCode);
	},
	async close(event) {
		const { schoolClass } = await demandClassAccess(event, 'class.change');
		await setClassOpenForJoining(database(), schoolClass.id, false);
	}
};
