import { error } from '@sveltejs/kit';
import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { findStudentOfClass } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import { listAssignmentResultsOfClass } from '#lib/server/export/results.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClassAccess(event, 'class.export');
	const student = await findStudentOfClass(database(), schoolClass.id, event.params.member);
	if (!student) error(404);
	const { membership, pseudonym, key, levels } = student;
	return {
		schoolClass,
		student: { id: membership, pseudonym, key, levels },
		assignments: await listAssignmentResultsOfClass(database(), schoolClass.id, membership)
	};
};
