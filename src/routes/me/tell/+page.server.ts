import { demandAccess } from '#lib/server/access/index.ts';
import { classesOfStudent } from '#lib/server/classes/classes.ts';
import { listProblemsToldBy } from '#lib/server/contributions/problem-queries.ts';
import { database } from '#lib/server/db/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'problem.tell-in-class', ['member']);
	const classes = await classesOfStudent(database(), person.id);
	return {
		classes: classes.filter(({ archivedAt }) => archivedAt === null).map(({ id, name }) => ({ id, name })),
		told: await listProblemsToldBy(database(), person.id)
	};
};
