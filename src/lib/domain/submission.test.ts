import { expect, test } from 'vitest';
import {
	ruleOfAct,
	actsFrom,
	isOpenState,
	isActAllowed,
	shownState,
	SUBMISSION_ACTS,
	SUBMISSION_STATES,
	type ActDestination,
	type SubmissionAct,
	type SubmissionState
} from './submission.ts';

const ACTS = Object.keys(SUBMISSION_ACTS) as SubmissionAct[];
const landings: Record<Exclude<ActDestination, SubmissionState>, SubmissionState[]> = {
	waiting: ['handed-in', 'judged'],
	gone: [],
	'next-turn': ['handed-in']
};
const landingsOf = (to: ActDestination): SubmissionState[] =>
	to in landings ? landings[to as 'gone'] : [to as SubmissionState];

test('no state is without an exit, and a person can take it', () => {
	for (const state of SUBMISSION_STATES) {
		const exits = [...actsFrom(state, 'student'), ...actsFrom(state, 'teacher')];
		expect(exits, state).not.toEqual([]);
		for (const act of exits) expect(landingsOf(ruleOfAct(act).to), `${act} from ${state}`).not.toEqual([state]);
	}
});

test('every state is reached from a hand-in, and leads back to work', () => {
	const reached = new Set<SubmissionState>(['handed-in']);
	for (const state of reached) {
		for (const act of ACTS.filter((one) => isActAllowed(state, one)))
			landingsOf(ruleOfAct(act).to).forEach((to) => reached.add(to));
	}
	expect([...reached].sort()).toEqual([...SUBMISSION_STATES].sort());
	const leadsBack = new Set<SubmissionState>(
		SUBMISSION_STATES.filter((state) => isActAllowed(state, 'take-back') || isActAllowed(state, 'hand-in-again'))
	);
	for (let grew = true; grew;) {
		const before = leadsBack.size;
		for (const state of SUBMISSION_STATES) {
			if (ACTS.some((act) => isActAllowed(state, act) && landingsOf(ruleOfAct(act).to).some((to) => leadsBack.has(to))))
				leadsBack.add(state);
		}
		grew = leadsBack.size > before;
	}
	expect([...leadsBack].sort()).toEqual([...SUBMISSION_STATES].sort());
});

test('a verdict that comes while a teacher looks, or after the answer, moves nothing', () => {
	expect(SUBMISSION_STATES.filter((state) => isActAllowed(state, 'judge'))).toEqual(['handed-in']);
});

test('only what nobody looks at yet can be taken back, and only an answer is followed by another hand-in', () => {
	expect(actsFrom('handed-in', 'student')).toEqual(['take-back']);
	expect(actsFrom('judged', 'student')).toEqual(['take-back']);
	expect(actsFrom('in-review', 'student')).toEqual([]);
	expect(actsFrom('returned', 'student')).toEqual(['hand-in-again']);
	expect(actsFrom('accepted', 'student')).toEqual(['hand-in-again']);
	expect(SUBMISSION_STATES.filter(isOpenState)).toEqual(['handed-in', 'judged', 'in-review']);
});

test('the shown state follows the verdict and not the state alone', () => {
	expect(shownState(undefined)).toBe('working');
	expect(shownState({ state: 'handed-in', judged: false })).toBe('being-judged');
	expect(shownState({ state: 'handed-in', judged: true })).toBe('waiting');
	expect(shownState({ state: 'in-review', judged: false })).toBe('in-review');
	expect(shownState({ state: 'accepted', judged: true })).toBe('accepted');
});
