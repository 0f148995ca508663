import type { NumberSetting } from './challenge.ts';
import { toComparableText } from './parse.ts';
import type { Decision } from './work.ts';

/** Smallest number of positions that are shown together, without names: a single position could be traced to its author. */
export const FEWEST_SHOWN_POSITIONS = 5;
export const LONGEST_POSITION = 1200;
export const OWN_OPTION_ID = 'another';

/** When a choice is made: each person chooses once before the talk and once after it, and both choices are kept. */
export const CHOICE_MOMENTS = ['before', 'after'] as const;
export type ChoiceMoment = (typeof CHOICE_MOMENTS)[number];

/**
 * Phases of a debate. `none`: not opened. `choosing`: every screen shows the decision. `talking`: choices count as made after the
 * talk. `over`: choices no longer change.
 */
export const DEBATE_PHASES = ['none', 'choosing', 'talking', 'over'] as const;
export type DebatePhase = (typeof DEBATE_PHASES)[number];

/** The acts of a teacher, with the phases in which each is possible and the phase to which it leads. */
export const DEBATE_PHASE_CHANGES = {
	open: { from: ['none', 'over'], to: 'choosing' },
	close: { from: ['choosing'], to: 'talking' },
	reopen: { from: ['talking'], to: 'choosing' },
	end: { from: ['talking', 'choosing'], to: 'over' }
} as const satisfies Record<string, { from: readonly DebatePhase[]; to: DebatePhase }>;
export type DebatePhaseChange = keyof typeof DEBATE_PHASE_CHANGES;

export function debatePhaseOf({ isOpen, isClosed }: { isOpen: boolean; isClosed: boolean }): DebatePhase {
	if (isOpen) return isClosed ? 'talking' : 'choosing';
	return isClosed ? 'over' : 'none';
}

/** Returns whether a choice made now counts as before or after the talk; null when no choices are accepted. */
export function choiceMomentOf(phase: DebatePhase): ChoiceMoment | null {
	return phase === 'choosing' ? 'before' : phase === 'talking' ? 'after' : null;
}

export function isSameChoice(one: Decision, other: Decision): boolean {
	return toComparableText([one.option, one.values]) === toComparableText([other.option, other.values]);
}

/**
 * Tells whether a new choice before the talk, in a reopened debate, revokes the choice made after the talk; a change of words
 * alone does not.
 */
export const mustRevokeChoiceAfterTalk = (earlier: Decision | undefined, choice: Decision): boolean =>
	earlier === undefined || !isSameChoice(earlier, choice) || earlier.position === choice.position;

export interface MemberDebateChoice {
	member: string;
	moment: ChoiceMoment;
	decision: Decision;
}

export interface OptionCount {
	option: string;
	count: number;
}
export interface OptionFlow {
	from: string;
	to: string;
	count: number;
}

/** Counts the choices of each option before or after the talk, in the order of the options, zeros included. */
export function countChoices(
	choices: readonly MemberDebateChoice[],
	moment: ChoiceMoment,
	options: readonly string[]
): OptionCount[] {
	const momentChoices = choices.filter((choice) => choice.moment === moment);
	return options.map((option) => ({
		option,
		count: momentChoices.filter(({ decision }) => decision.option === option).length
	}));
}

/** Counts the moves of everyone who chose before the talk; people who did not choose again count as staying. */
export function optionFlowsOf(choices: readonly MemberDebateChoice[], options: readonly string[]): OptionFlow[] {
	const findChosenOptions = (moment: ChoiceMoment) =>
		new Map(choices.flatMap((one) => (one.moment === moment ? [[one.member, one.decision.option] as const] : [])));
	const [before, after] = [findChosenOptions('before'), findChosenOptions('after')];
	const moves = [...before].map(([member, from]) => ({ from, to: after.get(member) ?? from }));
	return options.flatMap((from) =>
		options.map((to) => ({ from, to, count: moves.filter((one) => one.from === from && one.to === to).length }))
	);
}

/** The part of a debate that the whole class may see once the talk has begun. */
export interface Debate {
	phase: DebatePhase;
	/** When the debate was opened, in milliseconds since 1970; this identifies the debate. */
	since: number | null;
	chosen: Record<ChoiceMoment, number>;
	before: OptionCount[];
	after: OptionCount[];
	flows: OptionFlow[];
	/** Positions shown to the class: none, or at least FEWEST_SHOWN_POSITIONS, in an order that does not identify authors. */
	shown: { option: string; text: string }[];
	/** Moment from which the class may read the answer of the problem's contributor; the answer itself is requested separately. */
	answerSince: number | null;
}

export interface TeacherDebate extends Debate {
	/**
	 * Positions from which the teacher picks. `place` identifies a position during the debate and reveals nothing about its author.
	 */
	positions: { place: string; option: string; text: string; shown: boolean }[];
	given: number;
}

/** Removes the teacher's list of positions and, while the class chooses, all results. */
export function toDebateForClass({ phase, since, chosen, before, after, flows, shown, answerSince }: Debate): Debate {
	const commonFields = { phase, since, chosen, answerSince };
	if (phase === 'choosing' || phase === 'none') return { ...commonFields, before: [], after: [], flows: [], shown: [] };
	return { ...commonFields, before, after, flows, shown };
}

export function doesChallengeOfferDecision(
	{ option, values }: Decision,
	decision: { options: readonly string[]; another: readonly NumberSetting[] }
): boolean {
	if (option === null) return false;
	if (option !== OWN_OPTION_ID) return decision.options.includes(option) && values === undefined;
	return Object.entries(values ?? {}).every(([id, value]) =>
		decision.another.some((setting) => setting.id === id && value >= setting.min && value <= setting.max)
	);
}
