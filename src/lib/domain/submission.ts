/** The life of a submission: its states and every act that changes them, in one table. */
export const SUBMISSION_STATES = ['handed-in', 'judged', 'in-review', 'returned', 'accepted'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export type SubmissionActor = 'student' | 'teacher' | 'judge';

/**
 * Where an act leads. `waiting`: to `judged` when there is a verdict, else `handed-in`. `gone`: the submission is deleted and
 * its authors work again. `next-turn`: it stays and a new submission follows.
 */
export type ActDestination = SubmissionState | 'waiting' | 'gone' | 'next-turn';

interface ActRule {
	by: SubmissionActor;
	from: readonly SubmissionState[];
	to: ActDestination;
	/** Only while the same authors have handed in nothing newer. */
	newest?: true;
}

/** The SQL that moves a submission checks this table too, so of two simultaneous acts the later one is refused. */
export const SUBMISSION_ACTS = {
	'take-back': { by: 'student', from: ['handed-in', 'judged'], to: 'gone' },
	'hand-in-again': { by: 'student', from: ['returned', 'accepted'], to: 'next-turn', newest: true },
	judge: { by: 'judge', from: ['handed-in'], to: 'judged' },
	/** Allowed before the verdict, so a slow judge does not hold up teachers. */
	'begin-review': { by: 'teacher', from: ['handed-in', 'judged'], to: 'in-review' },
	'let-go': { by: 'teacher', from: ['in-review'], to: 'waiting' },
	return: { by: 'teacher', from: ['handed-in', 'judged', 'in-review'], to: 'returned' },
	accept: { by: 'teacher', from: ['handed-in', 'judged', 'in-review'], to: 'accepted' },
	reopen: { by: 'teacher', from: ['returned', 'accepted'], to: 'in-review', newest: true }
} as const satisfies Record<string, ActRule>;

export type SubmissionAct = keyof typeof SUBMISSION_ACTS;
/** Acts by which a person changes the state of a submission that stays. */
export type SubmissionMove = Exclude<SubmissionAct, 'take-back' | 'hand-in-again' | 'judge'>;

const actRules: Record<SubmissionAct, ActRule> = SUBMISSION_ACTS;

export const ruleOfAct = (act: SubmissionAct): ActRule => actRules[act];

export function isActAllowed(state: SubmissionState, act: SubmissionAct): boolean {
	return actRules[act].from.includes(state);
}

/** Returns the acts open to an actor, in the order of the table. */
export function actsFrom(state: SubmissionState, by: SubmissionActor): SubmissionAct[] {
	return (Object.keys(SUBMISSION_ACTS) as SubmissionAct[]).filter(
		(act) => actRules[act].by === by && isActAllowed(state, act)
	);
}

/** States without an answer, in which the authors cannot hand in another submission. */
const OPEN_STATES = ['handed-in', 'judged', 'in-review'] as const satisfies readonly SubmissionState[];

export function isOpenState(state: SubmissionState): boolean {
	return (OPEN_STATES as readonly SubmissionState[]).includes(state);
}

/** States as pages show them, in the same words for students and teachers. */
export const SHOWN_STATES = ['working', 'being-judged', 'waiting', 'in-review', 'returned', 'accepted'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** `judged`: there is a verdict, or nothing could be judged. Without a submission the authors are at work. */
export function shownState(newest: { state: SubmissionState; judged: boolean } | undefined): ShownState {
	if (newest === undefined) return 'working';
	const { state, judged } = newest;
	if (state === 'handed-in' || state === 'judged') return judged ? 'waiting' : 'being-judged';
	return state;
}
