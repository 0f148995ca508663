import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { toDebateForClass, type DebatePhaseChange } from '#lib/domain/debate.ts';
import { LONGEST_SUMMARY_TEXT, parseSummaryText } from '#lib/domain/debate-summary.ts';
import { m } from '#lib/paraglide/messages.js';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { findPinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import { queueContributorMail } from '#lib/server/contributions/contributor-mail-job.ts';
import { database } from '#lib/server/db/index.ts';
import { showPositions, changeDebatePhase } from '#lib/server/debates/lead-debate.ts';
import { findAnswerPassedToClass } from '#lib/server/debates/contributor-answers.ts';
import { readDebate, optionIdsOf } from '#lib/server/debates/debate-queries.ts';
import {
	passAnswerToClass,
	sendSummary,
	readSummaryForTeacher,
	takeSummaryBack,
	type SendSummaryResult
} from '#lib/server/debates/summaries.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { readBoardRows, findAssignedChallengeHash } from '#lib/server/board/board-rows.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass, assignment } = await demandAssignmentAccess(event, 'debate.lead');
	const { id, classId } = assignment;
	const pinnedOutline = await findPinnedChallengeOutline(database(), await findAssignedChallengeHash(database(), id));
	const debate = await readDebate(database(), id);
	// An exercise has no decision, and therefore no debate.
	if (!pinnedOutline || !debate || pinnedOutline.decision.options.length === 0) error(404);
	const language = getLocale();
	const commonData = {
		address: `/classes/${classId}/assignments/${id}`,
		debateQuestion: {
			question: pinnedOutline.decision.question[language],
			options: optionIdsOf(pinnedOutline),
			titles: pinnedOutline.decision.titles[language]
		},
		students: (await readBoardRows(database(), id)).length
	};
	// Students could read the data behind a projector page, so load only what the class may see.
	if (event.url.searchParams.has('present'))
		return {
			...commonData,
			classDebate: toDebateForClass(debate),
			answer: await findAnswerPassedToClass(database(), id)
		};
	const summary = await readSummaryForTeacher(database(), id, language);
	return { ...commonData, schoolClass, assignment, ledDebate: debate, summary };
};

async function carryOutPhaseChange(event: RequestEvent, phaseChange: DebatePhaseChange) {
	const { assignment } = await demandAssignmentAccess(event, 'debate.lead');
	const hasChanged = await changeDebatePhase(database(), assignment.id, phaseChange, new Date());
	if (!hasChanged) return fail(409, { late: true, tooFew: false });
}

function explainSummaryRefusal(result: Exclude<SendSummaryResult, { kind: 'sent' }>): string {
	switch (result.kind) {
		case 'named':
			return m.summary_named({ name: result.pseudonym });
		case 'copied':
			return m.summary_copied();
		case 'too-few':
			return m.summary_too_few();
		case 'late':
			return m.summary_late();
	}
}

export const actions: Actions = {
	open: (event) => carryOutPhaseChange(event, 'open'),
	close: (event) => carryOutPhaseChange(event, 'close'),
	reopen: (event) => carryOutPhaseChange(event, 'reopen'),
	end: (event) => carryOutPhaseChange(event, 'end'),
	async show(event) {
		const { assignment } = await demandAssignmentAccess(event, 'debate.lead');
		const form = await event.request.formData();
		const hidesAll = form.has('none');
		const places = hidesAll ? [] : form.getAll('place').filter((place) => typeof place === 'string');
		// Refuse an empty selection as a mistake: hiding all positions has its own button.
		const isRefused =
			(places.length === 0 && !hidesAll) || (await showPositions(database(), assignment.id, places)) === 'too-few';
		if (isRefused) return fail(400, { late: false, tooFew: true });
	},

	/** Sends the summary to the contributor. `typed` returns a refused text to the form of a browser without scripts. */
	async send(event) {
		const { assignment, person } = await demandAssignmentAccess(event, 'debate.send-summary');
		const form = await event.request.formData();
		const summaryText = readFormText(form, 'summary');
		const refuseSummary = (summary: string) => fail(400, { late: false, tooFew: false, summary, typed: summaryText });
		const words = parseSummaryText(summaryText);
		if (words === undefined) return refuseSummary(m.summary_words_needed({ most: LONGEST_SUMMARY_TEXT }));
		if (!form.has('agreed')) return refuseSummary(m.summary_agree_first());
		const result = await sendSummary(database(), assignment.id, { by: person.id, words }, new Date());
		if (result.kind !== 'sent') return refuseSummary(explainSummaryRefusal(result));
		await queueContributorMail(result.problemId, 'summary');
	},
	async takeBack(event) {
		const { assignment } = await demandAssignmentAccess(event, 'debate.send-summary');
		await takeSummaryBack(database(), assignment.id);
	},
	async pass(event) {
		const { assignment } = await demandAssignmentAccess(event, 'debate.send-summary');
		const answeredAt = new Date(Number(readFormText(await event.request.formData(), 'answered')));
		const hasPassed =
			!Number.isNaN(answeredAt.getTime()) &&
			(await passAnswerToClass(database(), assignment.id, answeredAt, new Date()));
		if (!hasPassed) return fail(409, { late: false, tooFew: false, summary: m.summary_answer_changed(), typed: '' });
	}
};
