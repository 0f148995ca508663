import { isFor } from '#lib/domain/assignment.ts';
import { demandAssignment } from '#lib/server/assignments/demanded.ts';
import { studentsOf } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass, assignment } = await demandAssignment(event, 'board.watch');
	const students = await studentsOf(database(), schoolClass.id);
	return { schoolClass, assignment, students: students.filter(({ membership }) => isFor(assignment, membership)) };
};
