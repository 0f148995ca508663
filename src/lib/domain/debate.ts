/**
 * The debate of an assignment: every screen at the decision, choices before, a talk, choices after. Positions are shown without names,
 * several at a time or none: a single one is somebody's.
 */
import * as v from 'valibot';
import type { Setting } from './challenge.ts';
import { storable } from './storable.ts';
import { idSchema } from './sync.ts';
import type { Decision } from './work.ts';
import { decisionSchema } from './work-parse.ts';

export const DEBATE_FORMAT = 1;
/** Never fewer positions than these are shown. */
export const FEWEST_POSITIONS = 5;
/** Characters. */
export const LONGEST_POSITION = 1200;
/** The option that a student sets themselves. */
export const ANOTHER = 'another';

/** `before` the talk and `after` it: two choices of one person, and both stay. */
export const MOMENTS = ['before', 'after'] as const;
export type Moment = (typeof MOMENTS)[number];

/** `none`: not yet. `choosing`: every screen is at the decision. `talking`: choices now are those after. `over`: nothing changes any more. */
export const DEBATE_PHASES = ['none', 'choosing', 'talking', 'over'] as const;
export type DebatePhase = (typeof DEBATE_PHASES)[number];

/** What a teacher does with it, and what it leads to. There is a way out of each phase, back included. */
export const TURNS = {
	open: { from: ['none', 'over'], to: 'choosing' },
	close: { from: ['choosing'], to: 'talking' },
	reopen: { from: ['talking'], to: 'choosing' },
	end: { from: ['talking', 'choosing'], to: 'over' }
} as const satisfies Record<string, { from: readonly DebatePhase[]; to: DebatePhase }>;
export type Turn = keyof typeof TURNS;

export const mayTurn = (phase: DebatePhase, turn: Turn): boolean =>
	(TURNS[turn].from as readonly DebatePhase[]).includes(phase);

export function debatePhaseOf({ isOpen, isClosed }: { isOpen: boolean; isClosed: boolean }): DebatePhase {
	if (isOpen) return isClosed ? 'talking' : 'choosing';
	return isClosed ? 'over' : 'none';
}

/** The moment that a choice made now is of; null: none is taken. */
export function momentOf(phase: DebatePhase): Moment | null {
	return phase === 'choosing' ? 'before' : phase === 'talking' ? 'after' : null;
}

/** One choice of one person. */
export interface Choice {
	member: string;
	moment: Moment;
	decision: Decision;
}

export interface Count {
	option: string;
	count: number;
}
/** From one choice to another, or to the same. */
export interface Flow {
	from: string;
	to: string;
	count: number;
}

/** How many chose what; options that nobody chose too, in their order. */
export function tally(choices: readonly Choice[], moment: Moment, options: readonly string[]): Count[] {
	const made = choices.filter((choice) => choice.moment === moment);
	return options.map((option) => ({
		option,
		count: made.filter(({ decision }) => decision.option === option).length
	}));
}

/** Of everyone who chose before: where they are after. Who said nothing again stays. */
export function flowsOf(choices: readonly Choice[], options: readonly string[]): Flow[] {
	const chosen = (moment: Moment) =>
		new Map(choices.flatMap((one) => (one.moment === moment ? [[one.member, one.decision.option] as const] : [])));
	const [before, after] = [chosen('before'), chosen('after')];
	const moved = [...before].map(([member, from]) => ({ from, to: after.get(member) ?? from }));
	return options.flatMap((from) =>
		options.map((to) => ({ from, to, count: moved.filter((one) => one.from === from && one.to === to).length }))
	);
}

/** As everyone of the class may see it once the talk has begun. */
export interface Debate {
	phase: DebatePhase;
	/** When it was opened: another moment is another debate. */
	since: number | null;
	/** How many have chosen, before and after. */
	chosen: Record<Moment, number>;
	before: Count[];
	after: Count[];
	flows: Flow[];
	/** At least FEWEST_POSITIONS or none, in an order that tells nothing. */
	shown: { option: string; text: string }[];
}

export interface LedDebate extends Debate {
	/** What there is to pick from. `place` names one for as long as the debate lasts, and says nothing of its author. */
	positions: { place: string; option: string; text: string; shown: boolean }[];
	/** How many were given. */
	given: number;
}

/** While the class chooses, nobody sees how the others do; what a teacher picks from stays with the teacher. */
export function forClass({ phase, since, chosen, before, after, flows, shown }: Debate): Debate {
	const told = { phase, since, chosen };
	if (phase === 'choosing' || phase === 'none') return { ...told, before: [], after: [], flows: [], shown: [] };
	return { ...told, before, after, flows, shown };
}

/** Whether these options and values are ones that the challenge has. */
export function isOffered(
	{ option, values }: Decision,
	decision: { options: readonly string[]; another: readonly Setting[] }
): boolean {
	if (option === null) return false;
	if (option !== ANOTHER) return decision.options.includes(option) && values === undefined;
	return Object.entries(values ?? {}).every(([id, value]) =>
		decision.another.some((setting) => setting.id === id && value >= setting.min && value <= setting.max)
	);
}

const choiceSchema = v.strictObject({
	format: v.literal(DEBATE_FORMAT),
	/** Who is signed in. */
	account: idSchema,
	/** Whose choice it is: theirs, or that of who sits beside them. Each of a pair chooses for themselves. */
	by: idSchema,
	/** What the browser takes the moment to be: what was meant for before is not taken for after. */
	moment: v.picklist(MOMENTS),
	/** An empty position is one that is kept to oneself. */
	decision: v.pipe(
		decisionSchema,
		v.check(({ position }) => position.length <= LONGEST_POSITION, 'too long'),
		v.check(({ values = {} }) => Object.keys(values).length <= 20, 'too many')
	)
});
export type SentChoice = v.InferOutput<typeof choiceSchema>;

/** A choice as its author has it: whose it is, by account, and of which moment. */
export type OwnChoice = Pick<SentChoice, 'by' | 'moment' | 'decision'>;

const ownSchema = v.array(v.object({ by: idSchema, moment: v.picklist(MOMENTS), decision: decisionSchema }));

/** What the server, or this browser, kept of one's own choices. Anything else is none. */
export function parseOwnChoices(input: unknown): OwnChoice[] {
	const result = v.safeParse(ownSchema, input);
	return result.success ? result.output : [];
}

export function parseChoice(input: unknown): SentChoice | undefined {
	if (!storable(input)) return undefined;
	const result = v.safeParse(choiceSchema, input);
	return result.success ? result.output : undefined;
}
