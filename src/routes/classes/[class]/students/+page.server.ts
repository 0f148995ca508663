import { fail } from '@sveltejs/kit';
import { LARGEST_CLASS, parseRoster, type RefusedRoster } from '#lib/domain/roster.ts';
import { runInHashLane } from '#lib/server/auth/hash-queue.ts';
import { createCardToken } from '#lib/server/auth/known-browser.ts';
import { createStudent, PseudonymTaken } from '#lib/server/auth/students.ts';
import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { addStudents, listStudentsOfClass } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import { listAddressesForStudents } from '#lib/server/http/server-addresses.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClassAccess(event, 'class.read');
	const students = await listStudentsOfClass(database(), schoolClass.id);
	return {
		schoolClass,
		addresses: listAddressesForStudents(event.url),
		students: students.map(({ key, pseudonym }) => ({ key, pseudonym }))
	};
};

export const actions: Actions = {
	async add(event) {
		const { schoolClass } = await demandClassAccess(event, 'membership.change');
		const rosterField = (await event.request.formData()).get('roster');
		const usedKeys = (await listStudentsOfClass(database(), schoolClass.id)).map(({ key }) => key);
		const list = parseRoster(typeof rosterField === 'string' ? rosterField : '', usedKeys);
		const refuseRoster = (refused: RefusedRoster) => fail(400, { refused, late: false });
		if (list.kind !== 'roster') return refuseRoster(list);
		if (usedKeys.length + list.pseudonyms.length > LARGEST_CLASS)
			return refuseRoster({ kind: 'refused', reason: 'too-many' });
		try {
			const cards = await addStudents(database(), list.pseudonyms, async (one) => {
				const createdStudent = await runInHashLane('known', () => createStudent(schoolClass.id, one));
				return { ...createdStudent, token: await createCardToken(createdStudent.account) };
			});
			return { cards };
		} catch (error) {
			// A student has joined with one of these pseudonyms since the page was loaded.
			if (error instanceof PseudonymTaken) return fail(409, { refused: undefined, late: true });
			throw error;
		}
	}
};
