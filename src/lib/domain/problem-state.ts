/** The states of a problem that somebody told, and the acts that lead from one to the next. */
import { daysAfter } from './school-class.ts';
import { workingDaysAfter } from './working-days.ts';

/** Working days within which the teller hears an answer or a refusal. */
export const ANSWER_DAYS = 10;
/** Days without a word after which a claim lapses. */
export const CLAIM_DAYS = 30;
/** Days without a claim after which the teller's name and contact are erased. */
export const CONTACT_DAYS = 90;
/** Days after which a declined problem is deleted. */
export const DECLINED_DAYS = 365;

export type ProblemState =
	/** Unseen by teachers until it is let in. */
	| { kind: 'waiting' }
	/** On the board, for whoever wants to claim it. */
	| { kind: 'open' }
	| { kind: 'claimed'; by: string; classId: string | null; lastWordAt: Date }
	/** On the board again: nothing happened while it was claimed, or it was given back. */
	| { kind: 'lapsed' }
	/** Back with the curators: nobody answered in time. */
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
	/** The house wrote to the teller. */
	| { kind: 'ask' }
	/** The teller wrote. */
	| { kind: 'reply' }
	| { kind: 'pass-time' };

/** A problem's state with the moment by which the teller must hear something; null when it is the teller's turn. */
export interface ProblemMoment {
	state: ProblemState;
	answerDueAt: Date | null;
}

const FREE: readonly ProblemStateKind[] = ['open', 'lapsed'];
/** States in which the problem stands on the board, where every teacher reads it. */
const LISTED: readonly ProblemStateKind[] = [...FREE, 'claimed'];

export const isFree = ({ kind }: ProblemState): boolean => FREE.includes(kind);
export const isListed = ({ kind }: ProblemState): boolean => LISTED.includes(kind);

const answerDue = (now: Date): Date => workingDaysAfter(now, ANSWER_DAYS);

/** Returns what the act makes of a problem; undefined when the act is not possible in its state. */
export function afterAct({ state, answerDueAt }: ProblemMoment, act: ProblemAct, now: Date): ProblemMoment | undefined {
	switch (act.kind) {
		case 'let-in':
			if (isListed(state)) return undefined;
			return {
				state: { kind: 'open' },
				answerDueAt: state.kind === 'waiting' && answerDueAt ? answerDueAt : answerDue(now)
			};
		case 'claim':
			if (!isFree(state)) return undefined;
			return { state: { kind: 'claimed', by: act.by, classId: act.classId, lastWordAt: now }, answerDueAt: null };
		case 'decline':
			if (state.kind === 'declined') return undefined;
			return { state: { kind: 'declined', reason: act.reason }, answerDueAt: null };
		case 'release':
			if (state.kind !== 'claimed') return undefined;
			return { state: { kind: 'lapsed' }, answerDueAt: answerDue(now) };
		case 'ask':
			if (state.kind === 'declined') return undefined;
			return { state: spokenIn(state, now), answerDueAt: null };
		case 'reply':
			if (state.kind === 'declined') return undefined;
			return { state: spokenIn(state, now), answerDueAt: answerDueAt ?? answerDue(now) };
		case 'pass-time':
			return afterTime({ state, answerDueAt }, now);
	}
}

/** A word from either side keeps a claim alive. */
const spokenIn = (state: ProblemState, now: Date): ProblemState =>
	state.kind === 'claimed' ? { ...state, lastWordAt: now } : state;

function afterTime({ state, answerDueAt }: ProblemMoment, now: Date): ProblemMoment | undefined {
	if (state.kind === 'claimed' && daysAfter(state.lastWordAt, CLAIM_DAYS) <= now)
		return { state: { kind: 'lapsed' }, answerDueAt: answerDue(now) };
	if (isFree(state) && answerDueAt !== null && answerDueAt <= now) return { state: { kind: 'returned' }, answerDueAt };
	return undefined;
}
