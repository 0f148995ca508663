import { expect, test } from 'vitest';
import { addDays } from './school-class.ts';
import {
	problemStateAfterAct,
	ANSWER_DUE_DAYS,
	CLAIM_LAPSE_DAYS,
	isFreeToClaim,
	isListedProblem,
	PROBLEM_STATES,
	type ProblemAct,
	type TimedProblemState,
	type ProblemState
} from './problem-state.ts';
import { addWorkingDays } from './working-days.ts';

/** A Tuesday, from which working days are counted. */
const NOW = new Date('2026-11-24T10:00:00Z');
const DUE = new Date('2026-12-08T10:00:00Z');
const claimedState: ProblemState = { kind: 'claimed', by: 'teacher', classId: null, lastWordAt: NOW };
const STATES: Record<(typeof PROBLEM_STATES)[number], ProblemState> = {
	waiting: { kind: 'waiting' },
	open: { kind: 'open' },
	claimed: claimedState,
	lapsed: { kind: 'lapsed' },
	returned: { kind: 'returned' },
	declined: { kind: 'declined', reason: 'Trop grand pour nous.' }
};
const at = (state: ProblemState, answerDueAt: Date | null = null): TimedProblemState => ({ state, answerDueAt });
const after = (state: ProblemState, act: ProblemAct, now = NOW, due: Date | null = null) =>
	problemStateAfterAct(at(state, due), act, now);
const claim: ProblemAct = { kind: 'claim', by: 'other', classId: 'class' };

test('each act is possible in these states, and in no other', () => {
	const possible = (act: ProblemAct) => PROBLEM_STATES.filter((kind) => after(STATES[kind], act) !== undefined);
	expect(possible({ kind: 'let-in' })).toEqual(['waiting', 'returned', 'declined']);
	expect(possible(claim)).toEqual(['open', 'lapsed']);
	expect(possible({ kind: 'release' })).toEqual(['claimed']);
	const allButDeclined = PROBLEM_STATES.filter((kind) => kind !== 'declined');
	expect(possible({ kind: 'decline', reason: 'Non.' })).toEqual(allButDeclined);
	expect(possible({ kind: 'ask' })).toEqual(allButDeclined);
	expect(possible({ kind: 'reply' })).toEqual(allButDeclined);
	expect(possible({ kind: 'pass-time' })).toEqual([]);
});

test('a claim names who has it, and ends the wait for an answer', () => {
	expect(after(STATES.open, claim, NOW, DUE)).toEqual(
		at({ kind: 'claimed', by: 'other', classId: 'class', lastWordAt: NOW })
	);
});

test('a claim lapses after thirty days without a word, and a word of either side keeps it', () => {
	const end = addDays(NOW, CLAIM_LAPSE_DAYS);
	expect(after(claimedState, { kind: 'pass-time' }, new Date(end.getTime() - 1))).toBeUndefined();
	expect(after(claimedState, { kind: 'pass-time' }, end)).toMatchObject({ state: { kind: 'lapsed' } });
	const word = addDays(NOW, 20);
	for (const kind of ['ask', 'reply'] as const) {
		const spoken = after(claimedState, { kind }, word);
		expect(spoken?.state).toEqual({ ...claimedState, lastWordAt: word });
		expect(problemStateAfterAct(spoken ?? at(claimedState), { kind: 'pass-time' }, end)).toBeUndefined();
	}
});

test('what nobody answered within ten working days goes back to the curators', () => {
	expect(addWorkingDays(NOW, ANSWER_DUE_DAYS)).toEqual(DUE);
	for (const state of [STATES.open, STATES.lapsed]) {
		expect(after(state, { kind: 'pass-time' }, new Date(DUE.getTime() - 1), DUE)).toBeUndefined();
		expect(after(state, { kind: 'pass-time' }, DUE, DUE)?.state).toEqual({ kind: 'returned' });
		expect(after(state, { kind: 'pass-time' }, addDays(DUE, 100), null)).toBeUndefined();
	}
	expect(after(STATES.waiting, { kind: 'pass-time' }, addDays(DUE, 100), DUE)).toBeUndefined();
});

test('a question ends the wait, an answer begins it, and a second answer does not put it off', () => {
	expect(after(STATES.open, { kind: 'ask' }, NOW, DUE)).toEqual(at(STATES.open));
	expect(after(STATES.open, { kind: 'reply' })).toEqual(at(STATES.open, DUE));
	expect(after(STATES.open, { kind: 'reply' }, addDays(NOW, 3), DUE)).toEqual(at(STATES.open, DUE));
});

test('letting a card in does not put the answer off; letting it in again does', () => {
	expect(after(STATES.waiting, { kind: 'let-in' }, addDays(NOW, 3), DUE)?.answerDueAt).toEqual(DUE);
	expect(after(STATES.returned, { kind: 'let-in' }, DUE, DUE)?.answerDueAt).toEqual(
		addWorkingDays(DUE, ANSWER_DUE_DAYS)
	);
});

test('teachers read what is open, claimed or lapsed, and claim what nobody has', () => {
	expect(PROBLEM_STATES.filter((kind) => isListedProblem(STATES[kind]))).toEqual(['open', 'claimed', 'lapsed']);
	expect(PROBLEM_STATES.filter((kind) => isFreeToClaim(STATES[kind]))).toEqual(['open', 'lapsed']);
});

test.each([
	['2026-11-24T10:00:00Z', 1, '2026-11-25T10:00:00Z'],
	['2026-11-27T10:00:00Z', 1, '2026-11-30T10:00:00Z'],
	['2026-11-28T10:00:00Z', 1, '2026-11-30T10:00:00Z'],
	['2026-11-29T10:00:00Z', 5, '2026-12-04T10:00:00Z'],
	['2026-11-24T10:00:00Z', 0, '2026-11-24T10:00:00Z']
])('%s and %i working days: %s', (from, days, to) => {
	expect(addWorkingDays(new Date(from), days)).toEqual(new Date(to));
});
