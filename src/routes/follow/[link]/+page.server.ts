import { fail } from '@sveltejs/kit';
import { parseMessageText } from '#lib/domain/problem-card.ts';
import { isActionAllowed } from '#lib/domain/access.ts';
import { LONGEST_SUMMARY_TEXT, parseSummaryText } from '#lib/domain/debate-summary.ts';
import { parseNamingWish } from '#lib/domain/demo.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { actOnProblem } from '#lib/server/contributions/act-on-problem.ts';
import {
	eraseContributorContact,
	eraseProblem,
	findProblemOfLink,
	isProblemErasable,
	tieProblemToAccount,
	untieProblemFromAccount
} from '#lib/server/contributions/told-problem.ts';
import { countPrivateLinkMessageAttempt } from '#lib/server/contributions/limits.ts';
import { photoSizeOf } from '#lib/server/contributions/photos.ts';
import {
	problemCardOfRow,
	readProblemMessages,
	nameOfAccount,
	problemStateOfRow,
	type ProblemRow
} from '#lib/server/contributions/problem-queries.ts';
import { contributorMailAddressOf } from '#lib/server/contributions/contributor-mail.ts';
import { canSendMail } from '#lib/server/mail/transport.ts';
import { database } from '#lib/server/db/index.ts';
import {
	storeSummaryAnswer,
	readProblemOutcomeInClasses,
	type SummaryAnswerResult
} from '#lib/server/debates/contributor-answers.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import {
	readFactMarksForm,
	readProposalForm,
	storeFactMarks,
	storeApproval,
	storeContributorProposal,
	withdrawApproval,
	type ContributorAnswerResult
} from '#lib/server/studio/demo/contributor-answers.ts';
import { readDemo } from '#lib/server/studio/demo/read-demo.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const findFollowedProblemRow = (event: Pick<RequestEvent, 'params' | 'locals'>) =>
	findProblemOfLink(database(), event.params.link, event.locals.person?.id);

/** Returns whose account page lists the problem; null for a reader who opened it from their own page, not by private link. */
function findAccountPageHolder(
	{ params, locals }: Pick<RequestEvent, 'params' | 'locals'>,
	{ id, contributorAccount }: ProblemRow
): 'nobody' | 'reader' | 'other' | null {
	if (params.link === id) return null;
	if (contributorAccount === null) return 'nobody';
	return contributorAccount === locals.person?.id ? 'reader' : 'other';
}

export const load: PageServerLoad = async (event) => {
	demandAccess(event, 'problem.follow');
	// The address is a secret, so the page must not stay in any cache.
	event.setHeaders({ 'cache-control': 'no-store' });
	const row = await findFollowedProblemRow(event);
	if (!row) return { problem: null };
	const state = problemStateOfRow(row);
	return {
		problem: {
			link: event.params.link,
			state: state.kind,
			reason: row.declineReason,
			claimant: state.kind === 'claimed' ? await nameOfAccount(database(), state.by) : null,
			answerDueAt: row.answerDueAt,
			card: problemCardOfRow(row),
			photo: await photoSizeOf(database(), row.id),
			name: row.contributorName,
			contact: row.contact,
			isMailed: canSendMail() && contributorMailAddressOf(row) !== undefined,
			isErasable: await isProblemErasable(database(), row.id),
			holder: findAccountPageHolder(event, row),
			canKeep: event.locals.person !== null && isActionAllowed(event.locals.person.role, 'problem.keep'),
			messages: await readProblemMessages(database(), row.id),
			demo: await readDemo(database(), row),
			classes: await readProblemOutcomeInClasses(database(), row, getLocale()),
			shells: listShellAddresses(event.url)
		}
	};
};

const DEMO_ANSWER_REFUSAL_TEXTS: Record<Exclude<ContributorAnswerResult, 'done'>, () => string> = {
	changed: m.demo_changed,
	malformed: m.demo_malformed,
	full: m.demo_full,
	facts: m.demo_facts_first,
	empty: m.demo_facts_none
};

const SUMMARY_ANSWER_REFUSAL_TEXTS: Record<Exclude<SummaryAnswerResult, 'done'>, () => string> = {
	closed: m.tell_refused_closed,
	withdrawn: m.answer_withdrawn
};

async function carryOutContributorAct(
	event: RequestEvent,
	name: 'propose' | 'facts' | 'approve',
	carryOut: (row: ProblemRow, form: FormData, now: Date) => Promise<ContributorAnswerResult>
) {
	demandAccess(event, 'problem.follow');
	const row = await findFollowedProblemRow(event);
	if (!row) return fail(404, { form: name, message: m.follow_link_over() });
	const seconds = await countPrivateLinkMessageAttempt(row.id);
	if (seconds > 0) return fail(429, { form: name, message: m.talk_wait({ seconds }) });
	const result = await carryOut(row, await event.request.formData(), new Date());
	return result === 'done'
		? { answered: name }
		: fail(409, { form: name, message: DEMO_ANSWER_REFUSAL_TEXTS[result]() });
}

export const actions: Actions = {
	async reply(event) {
		demandAccess(event, 'problem.follow');
		const row = await findFollowedProblemRow(event);
		if (!row) return fail(404, { message: m.follow_link_over() });
		const text = parseMessageText(readFormText(await event.request.formData(), 'text'));
		if (text === undefined) return fail(400, { message: m.talk_empty() });
		const seconds = await countPrivateLinkMessageAttempt(row.id);
		if (seconds > 0) return fail(429, { message: m.talk_wait({ seconds }) });
		const message = { side: 'teller', accountId: null, text } as const;
		const result = await actOnProblem(database(), row.id, { act: { kind: 'reply' }, by: null, message }, new Date());
		if (result === 'full') return fail(409, { message: m.talk_full() });
		if (result !== 'done') return fail(409, { message: m.tell_refused_closed() });
	},

	propose: (event) =>
		carryOutContributorAct(event, 'propose', (row, form, now) =>
			storeContributorProposal(database(), row, readProposalForm(form), now)
		),

	facts: (event) =>
		carryOutContributorAct(event, 'facts', (row, form, now) =>
			storeFactMarks(database(), row, readFactMarksForm(form), now)
		),

	approve: (event) =>
		carryOutContributorAct(event, 'approve', async (row, form, now) => {
			const wish = parseNamingWish(readFormText(form, 'naming'), readFormText(form, 'name'));
			return wish ? storeApproval(database(), row, { hash: readFormText(form, 'hash'), wish }, now) : 'malformed';
		}),

	/** Stores the contributor's answer to a class; in a failure, `form` is the id of the class's summary. */
	async answer(event) {
		demandAccess(event, 'problem.follow');
		const row = await findFollowedProblemRow(event);
		if (!row) return fail(404, { message: m.follow_link_over() });
		const form = await event.request.formData();
		const summary = readFormText(form, 'summary');
		const seconds = await countPrivateLinkMessageAttempt(row.id);
		if (seconds > 0) return fail(429, { form: summary, message: m.talk_wait({ seconds }) });
		const text = parseSummaryText(readFormText(form, 'text'));
		const willText = readFormText(form, 'will');
		if (text === undefined || (willText !== 'yes' && willText !== 'no'))
			return fail(400, { form: summary, message: m.answer_missing({ most: LONGEST_SUMMARY_TEXT }) });
		const summaryAnswer = { summary, willDo: willText === 'yes', text };
		const result = await storeSummaryAnswer(database(), row, summaryAnswer, new Date());
		if (result !== 'done') return fail(409, { form: 'classes', message: SUMMARY_ANSWER_REFUSAL_TEXTS[result]() });
	},

	async withdraw(event) {
		demandAccess(event, 'problem.follow');
		const row = await findFollowedProblemRow(event);
		if (!row) return fail(404, { message: m.follow_link_over() });
		await withdrawApproval(database(), row.id, readFormText(await event.request.formData(), 'work'));
	},

	async keep(event) {
		const person = demandAccess(event, 'problem.keep');
		const row = await findFollowedProblemRow(event);
		if (!row) return fail(404, { message: m.follow_link_over() });
		if (!(await tieProblemToAccount(database(), row.id, person.id)))
			return fail(409, { form: 'page', message: m.own_page_taken() });
	},

	/** Takes the problem off the account's page. Needs the private link: without it the contributor could not find the problem again. */
	async takeOff(event) {
		demandAccess(event, 'problem.follow');
		const row = await findFollowedProblemRow(event);
		if (!row || row.id === event.params.link) return fail(404, { message: m.follow_link_over() });
		await untieProblemFromAccount(database(), row.id);
	},

	async erase(event) {
		demandAccess(event, 'problem.follow');
		const row = await findFollowedProblemRow(event);
		if (!row) return fail(404, { message: m.follow_link_over() });
		await eraseContributorContact(database(), row.id);
		return { erased: true };
	},

	async eraseAll(event) {
		demandAccess(event, 'problem.follow');
		const row = await findFollowedProblemRow(event);
		if (!row) return fail(404, { message: m.follow_link_over() });
		if (!(await eraseProblem(database(), row.id)))
			return fail(409, { form: 'all', message: m.follow_erase_all_refused() });
		return { erasedAll: true };
	}
};
