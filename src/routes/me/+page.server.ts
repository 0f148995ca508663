import { fail, redirect } from '@sveltejs/kit';
import { isId } from '#lib/domain/identity.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { assignmentsOfStudent } from '#lib/server/assignments/assignment-queries.ts';
import { listLevelsOfStudent } from '#lib/server/classes/levels.ts';
import { classesOfStudent } from '#lib/server/classes/classes.ts';
import {
	findProblemOfLink,
	findPrivateLinkToken,
	tieProblemToAccount
} from '#lib/server/contributions/told-problem.ts';
import { listProblemsToldBy } from '#lib/server/contributions/problem-queries.ts';
import { findAccountEndDate } from '#lib/server/classes/removal.ts';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { endPair, listPairsOfStudent } from '#lib/server/pairs/pair-session.ts';
import { listWorksWithPaths } from '#lib/server/work/work-list.ts';
import { readUsedQuotaPercentOfAccount } from '#lib/server/work/quota.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'account.read', ['self']);
	const assignments = person.role === 'student' ? await assignmentsOfStudent(database(), person.id, new Date()) : [];
	return {
		assignments: assignments.map(({ assignment, className, state, answeredAt, rejudgedAt }) => {
			const { id, title, opensAt, dueAt, closedAt, createdAt } = assignment;
			return { id, title, opensAt, dueAt, closedAt, createdAt, className, state, answeredAt, rejudgedAt };
		}),
		classes: await classesOfStudent(database(), person.id),
		levels: await listLevelsOfStudent(database(), person.id),
		/** Percentage of the person's quota that is in use. */
		taken: await readUsedQuotaPercentOfAccount(database(), person.id),
		works: await listWorksWithPaths(database(), person.id, getLocale()),
		endsAt: await findAccountEndDate(database(), person.id),
		problems: person.role === 'student' ? [] : await listProblemsToldBy(database(), person.id),
		pairs: person.role === 'student' ? await listPairsOfStudent(database(), person.id) : []
	};
};

export const actions: Actions = {
	async apart(event) {
		const person = demandAccess(event, 'pair.leave', ['self']);
		const pair = readFormText(await event.request.formData(), 'pair');
		if (isId(pair)) await endPair(database(), person.id, pair);
		redirect(303, localizeHref('/me'));
	},

	async keep(event) {
		const person = demandAccess(event, 'problem.keep');
		const token = findPrivateLinkToken(readFormText(await event.request.formData(), 'link'));
		const row = token === undefined ? undefined : await findProblemOfLink(database(), token, undefined);
		if (!row) return fail(400, { message: m.own_page_link_wrong() });
		if (!(await tieProblemToAccount(database(), row.id, person.id))) return fail(409, { message: m.own_page_taken() });
		return { isKept: true };
	}
};
