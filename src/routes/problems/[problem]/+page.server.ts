import { fail, redirect } from '@sveltejs/kit';
import { isActionAllowed, type AccessAction } from '#lib/domain/access.ts';
import { parseMessageText } from '#lib/domain/problem-card.ts';
import type { ProblemAct, ContributorNews } from '#lib/domain/problem-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { listClassesTaughtBy } from '#lib/server/classes/classes.ts';
import { actOnProblem, type ProblemMessage } from '#lib/server/contributions/act-on-problem.ts';
import { readProblem } from '#lib/server/contributions/read-problem.ts';
import { queueContributorMail } from '#lib/server/contributions/contributor-mail-job.ts';
import { demandProblemAccess } from '#lib/server/contributions/require-problem.ts';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

const PROBLEM_PAGE_ACTIONS = [
	'problem.let-in',
	'problem.ask',
	'problem.reply',
	'problem.claim',
	'problem.release',
	'problem.decline',
	'problem.contact',
	'problem.show'
] as const satisfies AccessAction[];

export const load: PageServerLoad = async (event) => {
	const { person, row, relations } = await demandProblemAccess(event, 'problem.read');
	const allowedActions = PROBLEM_PAGE_ACTIONS.filter((action) => isActionAllowed(person.role, action, relations));
	const isClaimable = allowedActions.includes('problem.claim');
	return {
		problem: await readProblem(database(), row, allowedActions.includes('problem.contact')),
		allowed: allowedActions,
		classes: isClaimable ? (await listClassesTaughtBy(database(), person.id)).filter((one) => !one.archivedAt) : []
	};
};

type ProblemRequestEvent = Parameters<Actions[string]>[0];
type ProblemActionResultKey = 'letIn' | 'ask' | 'reply' | 'claim' | 'release' | 'decline';

/** The news about which a mail tells the contributor after an act; other acts send no mail. */
const NEWS_BY_PROBLEM_ACT: Partial<Record<ProblemAct['kind'], ContributorNews>> = {
	ask: 'question',
	claim: 'claim',
	decline: 'decline'
};

/** Carries out an act on the problem. Returns a failure with a message when another person acted first. */
async function carryOutProblemAct(
	{ params }: Pick<ProblemRequestEvent, 'params'>,
	field: ProblemActionResultKey,
	given: { act: ProblemAct; by: string; message?: ProblemMessage }
) {
	const id = params.problem ?? '';
	const result = await actOnProblem(database(), id, given, new Date());
	if (result === 'done') {
		const contributorNews = NEWS_BY_PROBLEM_ACT[given.act.kind];
		if (contributorNews !== undefined) await queueContributorMail(id, contributorNews);
		return undefined;
	}
	return fail(409, { field, message: result === 'full' ? m.talk_full() : m.problem_changed() });
}

async function readMessageText({ request }: Pick<ProblemRequestEvent, 'request'>): Promise<string | undefined> {
	return parseMessageText(readFormText(await request.formData(), 'text'));
}

export const actions: Actions = {
	async letIn(event) {
		const { person } = await demandProblemAccess(event, 'problem.let-in');
		return carryOutProblemAct(event, 'letIn', { act: { kind: 'let-in' }, by: person.id });
	},

	async ask(event) {
		const { person } = await demandProblemAccess(event, 'problem.ask');
		const text = await readMessageText(event);
		if (text === undefined) return fail(400, { field: 'ask', message: m.talk_empty() });
		const message = { side: 'house', accountId: person.id, text } as const;
		return carryOutProblemAct(event, 'ask', { act: { kind: 'ask' }, by: person.id, message });
	},

	/** Sends a reply in the contributor's place: on a student's card, the teacher who offered the card answers. */
	async reply(event) {
		const { person } = await demandProblemAccess(event, 'problem.reply');
		const text = await readMessageText(event);
		if (text === undefined) return fail(400, { field: 'reply', message: m.talk_empty() });
		const message = { side: 'teller', accountId: person.id, text } as const;
		return carryOutProblemAct(event, 'reply', { act: { kind: 'reply' }, by: person.id, message });
	},

	async claim(event) {
		const { person } = await demandProblemAccess(event, 'problem.claim');
		const wantedClass = readFormText(await event.request.formData(), 'class');
		const taught = await listClassesTaughtBy(database(), person.id);
		const classId = taught.find(({ id }) => id === wantedClass)?.id ?? null;
		return carryOutProblemAct(event, 'claim', { act: { kind: 'claim', by: person.id, classId }, by: person.id });
	},

	async release(event) {
		const { person } = await demandProblemAccess(event, 'problem.release');
		return carryOutProblemAct(event, 'release', { act: { kind: 'release' }, by: person.id });
	},

	async decline(event) {
		const { person } = await demandProblemAccess(event, 'problem.decline');
		const reason = await readMessageText(event);
		if (reason === undefined) return fail(400, { field: 'decline', message: m.problem_decline_empty() });
		const refusal = await carryOutProblemAct(event, 'decline', { act: { kind: 'decline', reason }, by: person.id });
		// Leave the page, because teachers do not see declined problems.
		return refusal ?? redirect(303, localizeHref('/problems'));
	}
};
