import { error } from '@sveltejs/kit';
import { isStudioId } from '#lib/domain/identity.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { findAssignableChallenge } from '#lib/server/assignments/assignments.ts';
import { listClassesTaughtBy } from '#lib/server/classes/classes.ts';
import { listChallenges, challengeSummaryOf } from '#lib/server/content/index.ts';
import { findTeacherPageContent } from '#lib/server/content/teacher-page.ts';
import { database } from '#lib/server/db/index.ts';
import { findChallengeToOpen, RELATIONS_ALLOWING_SOLUTION } from '#lib/server/studio/open-challenge.ts';
import type { PageServerLoad } from './$types';

// Not prerendered or cached: the page holds the solution, so access is checked each time.
export const prerender = false;

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'challenge.solution');
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const language = getLocale();
	const { id } = event.params;
	// A studio's challenge opens for everyone if it is in the catalogue, else for its maker and for teachers whose class has it.
	const studioChallenge = isStudioId(id)
		? await findChallengeToOpen(database(), person, id, RELATIONS_ALLOWING_SOLUTION)
		: undefined;
	const challenge = studioChallenge
		? challengeSummaryOf(studioChallenge, language, false)
		: (await listChallenges(language)).find((one) => one.id === id);
	const teacher = challenge && (await findTeacherPageContent(studioChallenge?.hash ?? id, language));
	if (!challenge || !teacher) error(404, m.challenge_unknown());
	const classes = await listClassesTaughtBy(database(), person.id);
	return {
		challenge,
		teacher,
		canAssign:
			studioChallenge === undefined || (await findAssignableChallenge(database(), id, person.id)) !== undefined,
		classes: classes.filter(({ archivedAt }) => archivedAt === null).map(({ id, name }) => ({ id, name }))
	};
};
