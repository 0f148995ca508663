import { expect, test } from 'vitest';
import { addDays } from './school-class.ts';
import {
	problemStateAfterAct,
	ANSWER_DUE_WORKING_DAYS,
	CLAIM_LAPSE_DAYS,
	isFreeToClaim,
	isListedProblem,
	PROBLEM_STATES,
	type ProblemAct,
	type TimedProblemState,
	type ProblemState,
	parseContactEmail,
	mergeContributorNews,
	parseContributorNews,
	computeSecondsUntilMail
} from './problem-state.ts';
import { addWorkingDays } from './dates.ts';

/** A Tuesday, from which working days are counted. */
const NOW = new Date('2026-11-24T10:00:00Z');
const DUE_DATE = new Date('2026-12-08T10:00:00Z');
const claimedState: ProblemState = { kind: 'claimed', by: 'teacher', classId: null, lastWordAt: NOW };
const STATE_BY_KIND: Record<(typeof PROBLEM_STATES)[number], ProblemState> = {
	waiting: { kind: 'waiting' },
	open: { kind: 'open' },
	claimed: claimedState,
	lapsed: { kind: 'lapsed' },
	returned: { kind: 'returned' },
	declined: { kind: 'declined', reason: 'Trop grand pour nous.' }
};
const createTimedState = (state: ProblemState, answerDueAt: Date | null = null): TimedProblemState => ({
	state,
	answerDueAt
});
const stateAfter = (state: ProblemState, act: ProblemAct, now = NOW, dueDate: Date | null = null) =>
	problemStateAfterAct(createTimedState(state, dueDate), act, now);
const claimAct: ProblemAct = { kind: 'claim', by: 'other', classId: 'class' };

test('each act on a problem is possible only in certain states', () => {
	const statesAllowing = (act: ProblemAct) =>
		PROBLEM_STATES.filter((kind) => stateAfter(STATE_BY_KIND[kind], act) !== undefined);
	expect(statesAllowing({ kind: 'let-in' })).toEqual(['waiting', 'returned', 'declined']);
	expect(statesAllowing(claimAct)).toEqual(['open', 'lapsed']);
	expect(statesAllowing({ kind: 'release' })).toEqual(['claimed']);
	const allButDeclined = PROBLEM_STATES.filter((kind) => kind !== 'declined');
	expect(statesAllowing({ kind: 'decline', reason: 'Non.' })).toEqual(allButDeclined);
	expect(statesAllowing({ kind: 'ask' })).toEqual(allButDeclined);
	expect(statesAllowing({ kind: 'reply' })).toEqual(allButDeclined);
	expect(statesAllowing({ kind: 'pass-time' })).toEqual([]);
});

test('a claim records its teacher and class, and ends the wait for an answer', () => {
	expect(stateAfter(STATE_BY_KIND.open, claimAct, NOW, DUE_DATE)).toEqual(
		createTimedState({ kind: 'claimed', by: 'other', classId: 'class', lastWordAt: NOW })
	);
});

test('a claim lapses after thirty days without a message, and a question or reply prolongs it', () => {
	const lapseDate = addDays(NOW, CLAIM_LAPSE_DAYS);
	expect(stateAfter(claimedState, { kind: 'pass-time' }, new Date(lapseDate.getTime() - 1))).toBeUndefined();
	expect(stateAfter(claimedState, { kind: 'pass-time' }, lapseDate)).toMatchObject({ state: { kind: 'lapsed' } });
	const lastWordDate = addDays(NOW, 20);
	for (const kind of ['ask', 'reply'] as const) {
		const spokenState = stateAfter(claimedState, { kind }, lastWordDate);
		expect(spokenState?.state).toEqual({ ...claimedState, lastWordAt: lastWordDate });
		expect(
			problemStateAfterAct(spokenState ?? createTimedState(claimedState), { kind: 'pass-time' }, lapseDate)
		).toBeUndefined();
	}
});

test('a problem unanswered for ten working days is returned to the curators', () => {
	expect(addWorkingDays(NOW, ANSWER_DUE_WORKING_DAYS)).toEqual(DUE_DATE);
	for (const state of [STATE_BY_KIND.open, STATE_BY_KIND.lapsed]) {
		expect(stateAfter(state, { kind: 'pass-time' }, new Date(DUE_DATE.getTime() - 1), DUE_DATE)).toBeUndefined();
		expect(stateAfter(state, { kind: 'pass-time' }, DUE_DATE, DUE_DATE)?.state).toEqual({ kind: 'returned' });
		expect(stateAfter(state, { kind: 'pass-time' }, addDays(DUE_DATE, 100), null)).toBeUndefined();
	}
	expect(stateAfter(STATE_BY_KIND.waiting, { kind: 'pass-time' }, addDays(DUE_DATE, 100), DUE_DATE)).toBeUndefined();
});

test('a question ends the wait for an answer; a reply begins it, and another reply does not prolong it', () => {
	expect(stateAfter(STATE_BY_KIND.open, { kind: 'ask' }, NOW, DUE_DATE)).toEqual(createTimedState(STATE_BY_KIND.open));
	expect(stateAfter(STATE_BY_KIND.open, { kind: 'reply' })).toEqual(createTimedState(STATE_BY_KIND.open, DUE_DATE));
	expect(stateAfter(STATE_BY_KIND.open, { kind: 'reply' }, addDays(NOW, 3), DUE_DATE)).toEqual(
		createTimedState(STATE_BY_KIND.open, DUE_DATE)
	);
});

test('letting a problem in keeps its date for an answer; letting a returned problem in renews the date', () => {
	expect(stateAfter(STATE_BY_KIND.waiting, { kind: 'let-in' }, addDays(NOW, 3), DUE_DATE)?.answerDueAt).toEqual(
		DUE_DATE
	);
	expect(stateAfter(STATE_BY_KIND.returned, { kind: 'let-in' }, DUE_DATE, DUE_DATE)?.answerDueAt).toEqual(
		addWorkingDays(DUE_DATE, ANSWER_DUE_WORKING_DAYS)
	);
});

test('open, claimed and lapsed problems are listed, and open and lapsed problems can be claimed', () => {
	expect(PROBLEM_STATES.filter((kind) => isListedProblem(STATE_BY_KIND[kind]))).toEqual(['open', 'claimed', 'lapsed']);
	expect(PROBLEM_STATES.filter((kind) => isFreeToClaim(STATE_BY_KIND[kind]))).toEqual(['open', 'lapsed']);
});

test.each([
	['2026-11-24T10:00:00Z', 1, '2026-11-25T10:00:00Z'],
	['2026-11-27T10:00:00Z', 1, '2026-11-30T10:00:00Z'],
	['2026-11-28T10:00:00Z', 1, '2026-11-30T10:00:00Z'],
	['2026-11-29T10:00:00Z', 5, '2026-12-04T10:00:00Z'],
	['2026-11-24T10:00:00Z', 0, '2026-11-24T10:00:00Z']
])('%s plus %i working days is %s', (from, days, to) => {
	expect(addWorkingDays(new Date(from), days)).toEqual(new Date(to));
});

test.each([
	['annick@four.example', 'annick@four.example'],
	['Annick@Four.example', 'annick@four.example'],
	['annick@four.example, le matin', 'annick@four.example'],
	['Mon adresse : <annick@four.example>.', 'annick@four.example'],
	['02 98 00 00 00', undefined],
	['', undefined],
	['passez au fournil', undefined],
	// A contact with two addresses gets no mail at all.
	['annick@four.example, paul@four.example', undefined],
	['annick@four.example\r\nBcc: paul@four.example', undefined],
	['annick@localhost', undefined]
])('mail to the contact %j goes to %j', (contact, address) => {
	expect(parseContactEmail(contact)).toBe(address);
});

test('merging lists each kind of news once, in a fixed order', () => {
	expect(mergeContributorNews(['summary', 'claim'], ['claim', 'question'])).toEqual(['question', 'claim', 'summary']);
	expect(parseContributorNews(['claim'])).toEqual(['claim']);
	for (const other of [null, ['words of a student'], 'claim', {}]) expect(parseContributorNews(other)).toEqual([]);
});

test('an hour passes between two mails', () => {
	const now = new Date('2026-11-28T10:00:00Z');
	expect(computeSecondsUntilMail(null, now)).toBe(0);
	expect(computeSecondsUntilMail(now, now)).toBe(3600);
	expect(computeSecondsUntilMail(new Date('2026-11-28T09:15:00Z'), now)).toBe(900);
	expect(computeSecondsUntilMail(new Date('2026-11-28T08:00:00Z'), now)).toBe(0);
});
