/** The states of a submission, and every act that changes them, in one table. */
export const SUBMISSION_STATES = ['handed-in', 'judged', 'in-review', 'returned', 'accepted'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export type SubmissionActor = 'student' | 'teacher' | 'judge';

/**
 * State to which an act leads. `waiting`: `judged` when there is a verdict, else `handed-in`. `gone`: the submission is deleted, and its
 * authors work on. `next-turn`: the submission stays, and a new one follows.
 */
export type SubmissionActResult = SubmissionState | 'waiting' | 'gone' | 'next-turn';

interface SubmissionActRule {
	by: SubmissionActor;
	from: readonly SubmissionState[];
	to: SubmissionActResult;
	/** The act is possible only while the same authors have handed in nothing newer. */
	newest?: true;
}

/**
 * All acts on a submission. The SQL that moves a submission checks this table too, so that the later of two simultaneous acts is
 * refused.
 */
export const SUBMISSION_ACTS = {
	'take-back': { by: 'student', from: ['handed-in', 'judged'], to: 'gone' },
	'hand-in-again': { by: 'student', from: ['returned', 'accepted'], to: 'next-turn', newest: true },
	judge: { by: 'judge', from: ['handed-in'], to: 'judged' },
	/** A review may begin before the verdict, so that a slow judge does not hold up teachers. */
	'begin-review': { by: 'teacher', from: ['handed-in', 'judged'], to: 'in-review' },
	'let-go': { by: 'teacher', from: ['in-review'], to: 'waiting' },
	return: { by: 'teacher', from: ['handed-in', 'judged', 'in-review'], to: 'returned' },
	accept: { by: 'teacher', from: ['handed-in', 'judged', 'in-review'], to: 'accepted' },
	reopen: { by: 'teacher', from: ['returned', 'accepted'], to: 'in-review', newest: true }
} as const satisfies Record<string, SubmissionActRule>;

export type SubmissionAct = keyof typeof SUBMISSION_ACTS;
export type SubmissionStateChange = Exclude<SubmissionAct, 'take-back' | 'hand-in-again' | 'judge'>;

const submissionActRules: Record<SubmissionAct, SubmissionActRule> = SUBMISSION_ACTS;

export const ruleOfSubmissionAct = (act: SubmissionAct): SubmissionActRule => submissionActRules[act];

export function isSubmissionActAllowed(state: SubmissionState, act: SubmissionAct): boolean {
	return submissionActRules[act].from.includes(state);
}

export function submissionActsFrom(state: SubmissionState, by: SubmissionActor): SubmissionAct[] {
	return (Object.keys(SUBMISSION_ACTS) as SubmissionAct[]).filter(
		(act) => submissionActRules[act].by === by && isSubmissionActAllowed(state, act)
	);
}

/** States in which a submission waits for its review, so that the authors cannot hand in another one. */
const OPEN_SUBMISSION_STATES = ['handed-in', 'judged', 'in-review'] as const satisfies readonly SubmissionState[];

export function isOpenSubmissionState(state: SubmissionState): boolean {
	return (OPEN_SUBMISSION_STATES as readonly SubmissionState[]).includes(state);
}

export function isReviewedState(state: string | undefined): state is 'returned' | 'accepted' {
	return state === 'returned' || state === 'accepted';
}

/** States as pages name them, in the same words for students and teachers. */
export const SHOWN_SUBMISSION_STATES = [
	'working',
	'being-judged',
	'waiting',
	'in-review',
	'returned',
	'accepted'
] as const;
export type ShownSubmissionState = (typeof SHOWN_SUBMISSION_STATES)[number];

/**
 * Returns the state that pages show of the newest submission. `judged`: there is a verdict, or nothing could be judged. Without a
 * submission, its authors are still at work.
 */
export function shownSubmissionStateOf(
	newest: { state: SubmissionState; judged: boolean } | undefined
): ShownSubmissionState {
	if (newest === undefined) return 'working';
	const { state, judged } = newest;
	if (state === 'handed-in' || state === 'judged') return judged ? 'waiting' : 'being-judged';
	return state;
}
