import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { classesTaughtBy } from '#lib/server/classes/classes.ts';
import { listChallenges } from '#lib/server/content/index.ts';
import { teacherPage } from '#lib/server/content/teacher-page.ts';
import { database } from '#lib/server/db/index.ts';
import type { PageServerLoad } from './$types';

// Not prerendered or cached: it holds the answers, so access is checked each time.
export const prerender = false;

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'challenge.solution');
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const language = getLocale();
	const { id } = event.params;
	const challenge = (await listChallenges(language)).find((one) => one.id === id);
	const teacher = await teacherPage(id, language);
	if (!challenge || !teacher) error(404, m.challenge_unknown());
	const classes = await classesTaughtBy(database(), person.id);
	return {
		challenge,
		teacher,
		classes: classes.filter(({ archivedAt }) => archivedAt === null).map(({ id, name }) => ({ id, name }))
	};
};
