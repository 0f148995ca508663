/** Loads the results of a class for printing, by pseudonym. */
import { demandClass } from '#lib/server/classes/require-class.ts';
import { listStudentsOfClass } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import { assignmentResultsOf } from '#lib/server/export/results.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClass(event, 'class.export');
	const students = await listStudentsOfClass(database(), schoolClass.id);
	return {
		schoolClass,
		students: students.map(({ membership, pseudonym, key }) => ({ id: membership, pseudonym, key })),
		assignments: await assignmentResultsOf(database(), schoolClass.id)
	};
};
