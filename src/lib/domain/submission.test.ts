import { expect, test } from 'vitest';
import {
	ruleOfSubmissionAct,
	submissionActsFrom,
	isOpenSubmissionState,
	isSubmissionActAllowed,
	shownSubmissionStateOf,
	SUBMISSION_ACTS,
	SUBMISSION_STATES,
	type SubmissionActResult,
	type SubmissionAct,
	type SubmissionState
} from './submission.ts';

const SUBMISSION_ACT_NAMES = Object.keys(SUBMISSION_ACTS) as SubmissionAct[];
const statesByActResult: Record<Exclude<SubmissionActResult, SubmissionState>, SubmissionState[]> = {
	waiting: ['handed-in', 'judged'],
	gone: [],
	'next-turn': ['handed-in']
};
const listStatesOfResult = (to: SubmissionActResult): SubmissionState[] =>
	to in statesByActResult ? statesByActResult[to as 'gone'] : [to as SubmissionState];

test('every state of a submission can be left by an act of a student or a teacher', () => {
	for (const state of SUBMISSION_STATES) {
		const exitActs = [...submissionActsFrom(state, 'student'), ...submissionActsFrom(state, 'teacher')];
		expect(exitActs, state).not.toEqual([]);
		for (const act of exitActs)
			expect(listStatesOfResult(ruleOfSubmissionAct(act).to), `${act} from ${state}`).not.toEqual([state]);
	}
});

test('every state is reachable from a hand-in, and leads to taking back or handing in again', () => {
	const reachedStates = new Set<SubmissionState>(['handed-in']);
	for (const state of reachedStates) {
		for (const act of SUBMISSION_ACT_NAMES.filter((one) => isSubmissionActAllowed(state, one)))
			listStatesOfResult(ruleOfSubmissionAct(act).to).forEach((to) => reachedStates.add(to));
	}
	expect([...reachedStates].sort()).toEqual([...SUBMISSION_STATES].sort());
	const statesLeadingBack = new Set<SubmissionState>(
		SUBMISSION_STATES.filter(
			(state) => isSubmissionActAllowed(state, 'take-back') || isSubmissionActAllowed(state, 'hand-in-again')
		)
	);
	for (let hasGrown = true; hasGrown;) {
		const previousSize = statesLeadingBack.size;
		for (const state of SUBMISSION_STATES) {
			if (
				SUBMISSION_ACT_NAMES.some(
					(act) =>
						isSubmissionActAllowed(state, act) &&
						listStatesOfResult(ruleOfSubmissionAct(act).to).some((to) => statesLeadingBack.has(to))
				)
			)
				statesLeadingBack.add(state);
		}
		hasGrown = statesLeadingBack.size > previousSize;
	}
	expect([...statesLeadingBack].sort()).toEqual([...SUBMISSION_STATES].sort());
});

test('a verdict moves a submission only from the state "handed-in"', () => {
	expect(SUBMISSION_STATES.filter((state) => isSubmissionActAllowed(state, 'judge'))).toEqual(['handed-in']);
});

test('a student can take a submission back only before its review, and hand in again only afterwards', () => {
	expect(submissionActsFrom('handed-in', 'student')).toEqual(['take-back']);
	expect(submissionActsFrom('judged', 'student')).toEqual(['take-back']);
	expect(submissionActsFrom('in-review', 'student')).toEqual([]);
	expect(submissionActsFrom('returned', 'student')).toEqual(['hand-in-again']);
	expect(submissionActsFrom('accepted', 'student')).toEqual(['hand-in-again']);
	expect(SUBMISSION_STATES.filter(isOpenSubmissionState)).toEqual(['handed-in', 'judged', 'in-review']);
});

test('the state shown for a submission depends on its state and its verdict', () => {
	expect(shownSubmissionStateOf(undefined)).toBe('working');
	expect(shownSubmissionStateOf({ state: 'handed-in', judged: false })).toBe('being-judged');
	expect(shownSubmissionStateOf({ state: 'handed-in', judged: true })).toBe('waiting');
	expect(shownSubmissionStateOf({ state: 'in-review', judged: false })).toBe('in-review');
	expect(shownSubmissionStateOf({ state: 'accepted', judged: true })).toBe('accepted');
});
