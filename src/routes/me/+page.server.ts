import { getLocale } from '#lib/paraglide/runtime.js';
import { demand } from '#lib/server/access/index.ts';
import { assignmentsOfStudent } from '#lib/server/assignments/read.ts';
import { levelsOf } from '#lib/server/classes/levels.ts';
import { classesOf } from '#lib/server/classes/own.ts';
import { endOf } from '#lib/server/classes/removal.ts';
import { database } from '#lib/server/db/index.ts';
import { listedWorks } from '#lib/server/work/listed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demand(event, 'account.read', ['self']);
	const given = person.role === 'student' ? await assignmentsOfStudent(database(), person.id, new Date()) : [];
	return {
		assignments: given.map(({ assignment, className, progress }) => {
			const { id, title, opensAt, dueAt, closedAt, createdAt } = assignment;
			return { id, title, opensAt, dueAt, closedAt, createdAt, className, progress };
		}),
		classes: await classesOf(database(), person.id),
		levels: await levelsOf(database(), person.id),
		works: await listedWorks(database(), person.id, getLocale()),
		endsAt: await endOf(database(), person.id)
	};
};
