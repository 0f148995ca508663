/** The states of a problem that somebody told, and the acts that change them. */
import { addDays } from './school-class.ts';
import { addWorkingDays } from './working-days.ts';

/** Working days within which the teller must get an answer or a refusal. */
export const ANSWER_DUE_WORKING_DAYS = 10;
/** Days without a message after which a claim lapses. */
export const CLAIM_LAPSE_DAYS = 30;
/** Days without a claim after which the teller's name and contact are deleted. */
export const TELLER_CONTACT_KEPT_DAYS = 90;
/** Days after which a declined problem is deleted. */
export const DECLINED_PROBLEM_KEPT_DAYS = 365;

export type ProblemState =
	/** Teachers do not see the problem until a curator lets it in. */
	| { kind: 'waiting' }
	/** On the board: any teacher may claim the problem. */
	| { kind: 'open' }
	| { kind: 'claimed'; by: string; classId: string | null; lastWordAt: Date }
	/** On the board again: nobody wrote for too long after it was claimed, or its teacher gave it back. */
	| { kind: 'lapsed' }
	/** Back with the curators, because nobody answered the teller in time. */
	| { kind: 'returned' }
	| { kind: 'declined'; reason: string };

export type ProblemStateKind = ProblemState['kind'];
export const PROBLEM_STATES = [
	'waiting',
	'open',
	'claimed',
	'lapsed',
	'returned',
	'declined'
] as const satisfies ProblemStateKind[];

export type ProblemAct =
	| { kind: 'let-in' }
	| { kind: 'claim'; by: string; classId: string | null }
	| { kind: 'decline'; reason: string }
	| { kind: 'release' }
	/** A teacher or curator wrote to the teller. */
	| { kind: 'ask' }
	/** The teller of the problem wrote a message. */
	| { kind: 'reply' }
	| { kind: 'pass-time' };

/** A problem's state, with the moment by which the teller must get an answer; null while it is the teller's turn to answer. */
export interface TimedProblemState {
	state: ProblemState;
	answerDueAt: Date | null;
}

const CLAIMABLE_STATES: readonly ProblemStateKind[] = ['open', 'lapsed'];
/** States in which the problem stands on the board, where every teacher reads it. */
const LISTED_PROBLEM_STATES: readonly ProblemStateKind[] = [...CLAIMABLE_STATES, 'claimed'];

export const isFreeToClaim = ({ kind }: ProblemState): boolean => CLAIMABLE_STATES.includes(kind);
export const isListedProblem = ({ kind }: ProblemState): boolean => LISTED_PROBLEM_STATES.includes(kind);

const computeAnswerDueDate = (now: Date): Date => addWorkingDays(now, ANSWER_DUE_WORKING_DAYS);

/** Returns the problem's state after an act; undefined when the act is not possible in its present state. */
export function problemStateAfterAct(
	{ state, answerDueAt }: TimedProblemState,
	act: ProblemAct,
	now: Date
): TimedProblemState | undefined {
	switch (act.kind) {
		case 'let-in':
			if (isListedProblem(state)) return undefined;
			return {
				state: { kind: 'open' },
				answerDueAt: state.kind === 'waiting' && answerDueAt ? answerDueAt : computeAnswerDueDate(now)
			};
		case 'claim':
			if (!isFreeToClaim(state)) return undefined;
			return { state: { kind: 'claimed', by: act.by, classId: act.classId, lastWordAt: now }, answerDueAt: null };
		case 'decline':
			if (state.kind === 'declined') return undefined;
			return { state: { kind: 'declined', reason: act.reason }, answerDueAt: null };
		case 'release':
			if (state.kind !== 'claimed') return undefined;
			return { state: { kind: 'lapsed' }, answerDueAt: computeAnswerDueDate(now) };
		case 'ask':
			if (state.kind === 'declined') return undefined;
			return { state: problemStateAfterMessage(state, now), answerDueAt: null };
		case 'reply':
			if (state.kind === 'declined') return undefined;
			return { state: problemStateAfterMessage(state, now), answerDueAt: answerDueAt ?? computeAnswerDueDate(now) };
		case 'pass-time':
			return problemStateAfterTime({ state, answerDueAt }, now);
	}
}

/** Returns the state after the teacher or the teller wrote a message. A claim lapses only after weeks without one. */
const problemStateAfterMessage = (state: ProblemState, now: Date): ProblemState =>
	state.kind === 'claimed' ? { ...state, lastWordAt: now } : state;

function problemStateAfterTime({ state, answerDueAt }: TimedProblemState, now: Date): TimedProblemState | undefined {
	if (state.kind === 'claimed' && addDays(state.lastWordAt, CLAIM_LAPSE_DAYS) <= now)
		return { state: { kind: 'lapsed' }, answerDueAt: computeAnswerDueDate(now) };
	if (isFreeToClaim(state) && answerDueAt !== null && answerDueAt <= now)
		return { state: { kind: 'returned' }, answerDueAt };
	return undefined;
}
