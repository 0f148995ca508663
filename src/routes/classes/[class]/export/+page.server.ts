import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { listStudentsOfClass } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import { listAssignmentResultsOfClass } from '#lib/server/export/results.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClassAccess(event, 'class.export');
	const students = await listStudentsOfClass(database(), schoolClass.id);
	return {
		schoolClass,
		students: students.map(({ membership, pseudonym, key }) => ({ id: membership, pseudonym, key })),
		assignments: await listAssignmentResultsOfClass(database(), schoolClass.id)
	};
};
