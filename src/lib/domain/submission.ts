/**
 * The life of what was handed in. Every state and every way out of it is in one table; the database checks the same table in the
 * statement that moves a submission, so that of two who act at once one is told that it came too late.
 */
export const SUBMISSION_STATES = ['handed-in', 'judged', 'in-review', 'returned', 'accepted'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** Who acts: the author, a teacher of the class, or the judge. */
export type SubmissionActor = 'student' | 'teacher' | 'judge';

/**
 * Where an act leads: to a state; `waiting` to the one that fits, `judged` when there is a verdict and `handed-in` otherwise; `gone`
 * when the submission is no more, and its authors are at work again; `next-turn` when it stays and a new one follows it.
 */
export type Destination = SubmissionState | 'waiting' | 'gone' | 'next-turn';

interface Act {
	by: SubmissionActor;
	from: readonly SubmissionState[];
	to: Destination;
	/** Only while nothing newer was handed in by the same authors. */
	newest?: true;
}

export const SUBMISSION_ACTS = {
	'take-back': { by: 'student', from: ['handed-in', 'judged'], to: 'gone' },
	'hand-in-again': { by: 'student', from: ['returned', 'accepted'], to: 'next-turn', newest: true },
	judge: { by: 'judge', from: ['handed-in'], to: 'judged' },
	/** Also before there is a verdict: a judge that is slow keeps no teacher waiting. */
	'begin-review': { by: 'teacher', from: ['handed-in', 'judged'], to: 'in-review' },
	'let-go': { by: 'teacher', from: ['in-review'], to: 'waiting' },
	return: { by: 'teacher', from: ['handed-in', 'judged', 'in-review'], to: 'returned' },
	accept: { by: 'teacher', from: ['handed-in', 'judged', 'in-review'], to: 'accepted' },
	reopen: { by: 'teacher', from: ['returned', 'accepted'], to: 'in-review', newest: true }
} as const satisfies Record<string, Act>;

export type SubmissionAct = keyof typeof SUBMISSION_ACTS;
/** What changes the state of a submission that stays, done by a person. */
export type SubmissionMove = Exclude<SubmissionAct, 'take-back' | 'hand-in-again' | 'judge'>;

const acts: Record<SubmissionAct, Act> = SUBMISSION_ACTS;

export const actOf = (act: SubmissionAct): Act => acts[act];

export function mayFrom(state: SubmissionState, act: SubmissionAct): boolean {
	return acts[act].from.includes(state);
}

/** What a person can do next, in the order of the table. */
export function actsFrom(state: SubmissionState, by: SubmissionActor): SubmissionAct[] {
	return (Object.keys(SUBMISSION_ACTS) as SubmissionAct[]).filter((act) => acts[act].by === by && mayFrom(state, act));
}

/** States in which nobody has answered yet: the authors wait, and nothing else of theirs can be handed in beside it. */
export const OPEN_STATES = ['handed-in', 'judged', 'in-review'] as const satisfies readonly SubmissionState[];

export function isOpen(state: SubmissionState): boolean {
	return (OPEN_STATES as readonly SubmissionState[]).includes(state);
}

/** What a page says of it, to the student and to the teacher in the same words. */
export const SHOWN_STATES = ['working', 'being-judged', 'waiting', 'in-review', 'returned', 'accepted'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** `judged`: there is a verdict, or nothing that could be judged. Without a submission its authors are at work. */
export function shownState(newest: { state: SubmissionState; judged: boolean } | undefined): ShownState {
	if (newest === undefined) return 'working';
	const { state, judged } = newest;
	if (state === 'handed-in' || state === 'judged') return judged ? 'waiting' : 'being-judged';
	return state;
}
