/** The debate of an assignment: its phases, choices, counts, and the positions shown to the class. */
import type { Setting } from './challenge.ts';
import type { Decision } from './work.ts';

/** Positions are shown without names, and never fewer than this: a single one could be traced to its author. */
export const FEWEST_POSITIONS = 5;
/** Characters. */
export const LONGEST_POSITION = 1200;
/** The option that a student sets themselves. */
export const OWN_OPTION = 'another';

/** Each person makes one choice before the talk and one after; both are kept. */
export const CHOICE_MOMENTS = ['before', 'after'] as const;
export type ChoiceMoment = (typeof CHOICE_MOMENTS)[number];

/** `none`: not opened. `choosing`: every screen is at the decision. `talking`: choices count as after. `over`: no more changes. */
export const DEBATE_PHASES = ['none', 'choosing', 'talking', 'over'] as const;
export type DebatePhase = (typeof DEBATE_PHASES)[number];

/** What a teacher can do in each phase, and the phase it leads to. */
export const PHASE_CHANGES = {
	open: { from: ['none', 'over'], to: 'choosing' },
	close: { from: ['choosing'], to: 'talking' },
	reopen: { from: ['talking'], to: 'choosing' },
	end: { from: ['talking', 'choosing'], to: 'over' }
} as const satisfies Record<string, { from: readonly DebatePhase[]; to: DebatePhase }>;
export type PhaseChange = keyof typeof PHASE_CHANGES;

export const mayChangePhase = (phase: DebatePhase, turn: PhaseChange): boolean =>
	(PHASE_CHANGES[turn].from as readonly DebatePhase[]).includes(phase);

export function debatePhaseOf({ isOpen, isClosed }: { isOpen: boolean; isClosed: boolean }): DebatePhase {
	if (isOpen) return isClosed ? 'talking' : 'choosing';
	return isClosed ? 'over' : 'none';
}

/** Returns the moment a choice made now belongs to, or null when no choices are accepted. */
export function choiceMomentOf(phase: DebatePhase): ChoiceMoment | null {
	return phase === 'choosing' ? 'before' : phase === 'talking' ? 'after' : null;
}

export interface MemberChoice {
	member: string;
	moment: ChoiceMoment;
	decision: Decision;
}

export interface OptionCount {
	option: string;
	count: number;
}
/** How many moved from one option to another, or stayed. */
export interface OptionFlow {
	from: string;
	to: string;
	count: number;
}

/** Counts the choices per option at a moment, in option order, with zeros. */
export function countChoices(
	choices: readonly MemberChoice[],
	moment: ChoiceMoment,
	options: readonly string[]
): OptionCount[] {
	const made = choices.filter((choice) => choice.moment === moment);
	return options.map((option) => ({
		option,
		count: made.filter(({ decision }) => decision.option === option).length
	}));
}

/** Counts moves of everyone who chose before; those who did not choose again count as staying. */
export function flowsOf(choices: readonly MemberChoice[], options: readonly string[]): OptionFlow[] {
	const chosen = (moment: ChoiceMoment) =>
		new Map(choices.flatMap((one) => (one.moment === moment ? [[one.member, one.decision.option] as const] : [])));
	const [before, after] = [chosen('before'), chosen('after')];
	const moved = [...before].map(([member, from]) => ({ from, to: after.get(member) ?? from }));
	return options.flatMap((from) =>
		options.map((to) => ({ from, to, count: moved.filter((one) => one.from === from && one.to === to).length }))
	);
}

/** What the whole class may see once the talk has begun. */
export interface Debate {
	phase: DebatePhase;
	/** When the debate was opened, which identifies it. */
	since: number | null;
	/** How many people have chosen, before and after. */
	chosen: Record<ChoiceMoment, number>;
	before: OptionCount[];
	after: OptionCount[];
	flows: OptionFlow[];
	/** At least FEWEST_POSITIONS or none, in an order that does not identify authors. */
	shown: { option: string; text: string }[];
	/** Since when the class may read the answer of the problem's teller; the answer itself is asked for each time. */
	answerSince: number | null;
}

export interface TeacherDebate extends Debate {
	/** Positions a teacher can pick from. `place` identifies one during the debate and reveals nothing about its author. */
	positions: { place: string; option: string; text: string; shown: boolean }[];
	given: number;
}

/** Removes the teacher's list of positions and, while the class chooses, all results. */
export function debateForClass({ phase, since, chosen, before, after, flows, shown, answerSince }: Debate): Debate {
	const told = { phase, since, chosen, answerSince };
	if (phase === 'choosing' || phase === 'none') return { ...told, before: [], after: [], flows: [], shown: [] };
	return { ...told, before, after, flows, shown };
}

export function isOfferedDecision(
	{ option, values }: Decision,
	decision: { options: readonly string[]; another: readonly Setting[] }
): boolean {
	if (option === null) return false;
	if (option !== OWN_OPTION) return decision.options.includes(option) && values === undefined;
	return Object.entries(values ?? {}).every(([id, value]) =>
		decision.another.some((setting) => setting.id === id && value >= setting.min && value <= setting.max)
	);
}
