import { error, fail } from '@sveltejs/kit';
import { isActionAllowed } from '#lib/domain/access.ts';
import { isId } from '#lib/domain/identity.ts';
import { parseFactReason } from '#lib/domain/demo.ts';
import { m } from '#lib/paraglide/messages.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { listLastAssignedVersions } from '#lib/server/assignments/assignments.ts';
import { listClassesTaughtBy } from '#lib/server/classes/classes.ts';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import { carryOutMakerAct, type MakerAct } from '#lib/server/studio/catalogue/reviewer-acts.ts';
import { publicationsOfMaker } from '#lib/server/studio/catalogue/reviews.ts';
import { listChallengesPublishedBy } from '#lib/server/studio/publications.ts';
import { problemOfFolder } from '#lib/server/studio/demo/problem-folders.ts';
import {
	findContributorNameAllowedAfterEndedClaim,
	storeProposalReply,
	readDemoForMaker
} from '#lib/server/studio/demo/read-demo.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

// Not prerendered: the content security policy names the shell's address, known only at run time.
export const prerender = false;

// Loads what the problem's contributor was shown and answered; the browser opens the folder from its own storage.
export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'studio.use');
	const { work } = event.params;
	const [classes, published, problem] = await Promise.all([
		listClassesTaughtBy(database(), person.id),
		listChallengesPublishedBy(database(), person.id),
		isId(work) ? problemOfFolder(database(), person.id, work) : undefined
	]);
	// After the claim has ended, the teacher gets nothing of the problem except the name that the folder may contain.
	const isTheirs = problem !== undefined && isActionAllowed(person.role, 'problem.show', problem.relations);
	const openClasses = classes.filter(({ archivedAt }) => archivedAt === null);
	const givenVersions = await listLastAssignedVersions(
		database(),
		openClasses.map(({ id }) => id),
		published.map(({ id }) => id)
	);
	return {
		work,
		account: person.id,
		language: getLocale(),
		shells: listShellAddresses(event.url),
		classes: openClasses.map(({ id, name }) => ({
			id,
			name,
			given: givenVersions.filter(({ classId }) => classId === id)
		})),
		published: published.map(({ id, hash, version }) => ({ id, hash, version })),
		contributor: isTheirs ? await readDemoForMaker(database(), problem.row, work) : null,
		endedClaim:
			problem && !isTheirs ? await findContributorNameAllowedAfterEndedClaim(database(), problem.row, work) : null,
		publications: await publicationsOfMaker(database(), person, getLocale())
	};
};

const createMakerAction = (act: MakerAct) => (event: RequestEvent) =>
	carryOutMakerAct(event, 'publication.propose', act);

export const actions: Actions = {
	propose: createMakerAction('propose'),
	withdraw: createMakerAction('withdraw'),
	retire: createMakerAction('retire'),
	comment: createMakerAction('comment'),

	async answer(event) {
		const account = event.locals.person?.id;
		const { work } = event.params;
		const problem = account !== undefined && isId(work) ? await problemOfFolder(database(), account, work) : undefined;
		const person = demandAccess(event, 'problem.show', problem?.relations ?? []);
		if (!problem) error(404);
		const form = await event.request.formData();
		const id = readFormText(form, 'proposal');
		const state = readFormText(form, 'state') === 'taken' ? 'taken' : 'declined';
		const answer = parseFactReason(readFormText(form, 'text'));
		if (state === 'declined' && answer === undefined)
			return fail(400, { proposal: id, message: m.contributor_decline_empty() });
		const proposalAnswer = { id, problemId: problem.row.id, by: person.id, state, answer: answer ?? '' } as const;
		if (!(await storeProposalReply(database(), proposalAnswer, new Date())))
			return fail(409, { proposal: id, message: m.contributor_answered() });
	}
};
