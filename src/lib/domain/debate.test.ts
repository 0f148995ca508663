import { describe, expect, test } from 'vitest';
import {
	debatePhaseOf,
	optionFlowsOf,
	toDebateForClass,
	mustRevokeChoiceAfterTalk,
	doesChallengeOfferDecision,
	choiceMomentOf,
	countChoices,
	DEBATE_PHASE_CHANGES,
	type MemberDebateChoice,
	type DebatePhase,
	type TeacherDebate
} from './debate.ts';

const optionIds = ['paper', 'kept', 'another'];
const createChoice = (memberId: string, moment: MemberDebateChoice['moment'], option: string): MemberDebateChoice => ({
	member: memberId,
	moment,
	decision: { option, position: '' }
});

test('choosing again revokes the choice after the talk, but changing only the words does not', () => {
	const ownDecision = { option: 'another', values: { days: 3, cents: 1 }, position: '' };
	expect(mustRevokeChoiceAfterTalk(undefined, ownDecision)).toBe(true);
	expect(mustRevokeChoiceAfterTalk({ option: 'paper', position: '' }, ownDecision)).toBe(true);
	expect(mustRevokeChoiceAfterTalk(ownDecision, { ...ownDecision, values: { cents: 1, days: 4 } })).toBe(true);
	expect(
		mustRevokeChoiceAfterTalk(ownDecision, { ...ownDecision, values: { cents: 1, days: 3 }, position: 'Words' })
	).toBe(false);
	expect(mustRevokeChoiceAfterTalk({ ...ownDecision, position: 'Words' }, ownDecision)).toBe(false);
	expect(mustRevokeChoiceAfterTalk(ownDecision, ownDecision), 'chosen again').toBe(true);
});

test('a debate’s phase follows from whether it is open and closed, and each phase allows a change', () => {
	expect(debatePhaseOf({ isOpen: false, isClosed: false })).toBe('none');
	expect(debatePhaseOf({ isOpen: true, isClosed: false })).toBe('choosing');
	expect(debatePhaseOf({ isOpen: true, isClosed: true })).toBe('talking');
	expect(debatePhaseOf({ isOpen: false, isClosed: true })).toBe('over');
	const phases: DebatePhase[] = ['none', 'choosing', 'talking', 'over'];
	for (const phase of phases) {
		const possibleChanges = Object.values(DEBATE_PHASE_CHANGES).filter(({ from }) =>
			from.some((before) => before === phase)
		);
		expect(possibleChanges, phase).not.toEqual([]);
	}
	expect(phases.map(choiceMomentOf)).toEqual([null, 'before', 'after', null]);
});

test('choices are counted per option, with flows from before to after the talk', () => {
	const choices = [
		createChoice('a', 'before', 'paper'),
		createChoice('b', 'before', 'paper'),
		createChoice('c', 'before', 'kept'),
		createChoice('a', 'after', 'kept'),
		createChoice('d', 'after', 'another')
	];
	expect(countChoices(choices, 'before', optionIds)).toEqual([
		{ option: 'paper', count: 2 },
		{ option: 'kept', count: 1 },
		{ option: 'another', count: 0 }
	]);
	const flows = optionFlowsOf(choices, optionIds).filter(({ count }) => count > 0);
	expect(flows).toEqual([
		{ from: 'paper', to: 'paper', count: 1 },
		{ from: 'paper', to: 'kept', count: 1 },
		{ from: 'kept', to: 'kept', count: 1 }
	]);
});

test('a class sees no results while it chooses, and never the teacher’s list of positions', () => {
	const ledDebate: TeacherDebate = {
		phase: 'choosing',
		since: 5,
		chosen: { before: 3, after: 0 },
		before: [{ option: 'paper', count: 3 }],
		after: [],
		flows: [{ from: 'paper', to: 'paper', count: 3 }],
		shown: [{ option: 'paper', text: 'Oui' }],
		answerSince: 4,
		positions: [{ place: 'p', option: 'paper', text: 'Non', shown: false }],
		given: 1
	};
	const commonFields = { phase: 'choosing', since: 5, chosen: { before: 3, after: 0 }, answerSince: 4 };
	expect(toDebateForClass(ledDebate)).toEqual({ ...commonFields, before: [], after: [], flows: [], shown: [] });
	const { positions: _positions, given: _given, ...visibleDebate } = ledDebate;
	expect(toDebateForClass({ ...ledDebate, phase: 'talking' })).toEqual({ ...visibleDebate, phase: 'talking' });
	expect(Object.keys(toDebateForClass({ ...ledDebate, phase: 'over' }))).not.toContain('positions');
});

describe('a choice', () => {
	const decision = { options: ['paper', 'kept'], another: [{ id: 'days', min: 0, max: 30, step: 1 }] };
	test.each([
		[true, { option: 'paper', position: '' }],
		[true, { option: 'another', values: { days: 30 }, position: '' }],
		[true, { option: 'another', position: '' }],
		[false, { option: null, position: 'Hm.' }],
		[false, { option: 'toString', position: '' }],
		[false, { option: 'paper', values: { days: 1 }, position: '' }],
		[false, { option: 'another', values: { days: 31 }, position: '' }],
		[false, { option: 'another', values: { hours: 1 }, position: '' }]
	])('is offered by the challenge: %s for %j', (offered, given) =>
		expect(doesChallengeOfferDecision(given, decision)).toBe(offered)
	);
});
