/** Loads one student's results for printing, by pseudonym. */
import { error } from '@sveltejs/kit';
import { demandClass } from '#lib/server/classes/require-class.ts';
import { findStudentOfClass } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import { assignmentResultsOf } from '#lib/server/export/results.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClass(event, 'class.export');
	const student = await findStudentOfClass(database(), schoolClass.id, event.params.member);
	if (!student) error(404);
	const { membership, pseudonym, key, levels } = student;
	return {
		schoolClass,
		student: { id: membership, pseudonym, key, levels },
		assignments: await assignmentResultsOf(database(), schoolClass.id, membership)
	};
};
