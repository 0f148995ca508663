import { addDays } from './school-class.ts';
import { addWorkingDays } from './dates.ts';
import * as v from 'valibot';
import { parseEmail } from './account.ts';
import { parseWithSchema } from './parse.ts';

/** Working days within which the contributor must get an answer or a refusal. */
export const ANSWER_DUE_WORKING_DAYS = 10;
/** Days without a message after which a claim lapses. */
export const CLAIM_LAPSE_DAYS = 30;
/** Days without a claim after which the contributor's name and contact are deleted. */
export const CONTRIBUTOR_CONTACT_KEPT_DAYS = 90;
/** Days after which a declined problem is deleted. */
export const DECLINED_PROBLEM_KEPT_DAYS = 365;

export type ProblemState =
	/** Teachers do not see the problem until a curator lets it in. */
	| { kind: 'waiting' }
	| { kind: 'open' }
	| { kind: 'claimed'; by: string; classId: string | null; lastWordAt: Date }
	/** On the board again: nobody wrote for too long after it was claimed, or its teacher gave it back. */
	| { kind: 'lapsed' }
	/** Back with the curators, because nobody answered the contributor in time. */
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
	| { kind: 'ask' }
	| { kind: 'reply' }
	| { kind: 'pass-time' };

/** A problem's state, with the moment by which the contributor must get an answer; null while it is the contributor's turn to answer. */
export interface TimedProblemState {
	state: ProblemState;
	answerDueAt: Date | null;
}

const CLAIMABLE_STATES: readonly ProblemStateKind[] = ['open', 'lapsed'];
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

/** Returns the state after the teacher or the contributor wrote a message. A claim lapses only after weeks without one. */
const problemStateAfterMessage = (state: ProblemState, now: Date): ProblemState =>
	state.kind === 'claimed' ? { ...state, lastWordAt: now } : state;

function problemStateAfterTime({ state, answerDueAt }: TimedProblemState, now: Date): TimedProblemState | undefined {
	if (state.kind === 'claimed' && addDays(state.lastWordAt, CLAIM_LAPSE_DAYS) <= now)
		return { state: { kind: 'lapsed' }, answerDueAt: computeAnswerDueDate(now) };
	if (isFreeToClaim(state) && answerDueAt !== null && answerDueAt <= now)
		return { state: { kind: 'returned' }, answerDueAt };
	return undefined;
}

/** Kinds of news. `shown`: a version of the challenge can be tried. `summary`: a class sent its debate's summary. */
const CONTRIBUTOR_NEWS_KINDS = ['question', 'claim', 'decline', 'shown', 'published', 'summary'] as const;
export type ContributorNews = (typeof CONTRIBUTOR_NEWS_KINDS)[number];

/** Minutes between two mails about one problem; news that come in between go into the second mail. */
const CONTRIBUTOR_MAIL_PAUSE_MINUTES = 60;

const contributorNewsSchema = v.array(v.picklist(CONTRIBUTOR_NEWS_KINDS));

/** Reads news from the database; empty for a row that another version of Braise wrote. */
export const parseContributorNews = (input: unknown): ContributorNews[] =>
	parseWithSchema(contributorNewsSchema, input) ?? [];

export const mergeContributorNews = (...parts: ContributorNews[][]): ContributorNews[] =>
	CONTRIBUTOR_NEWS_KINDS.filter((news) => parts.some((part) => part.includes(news)));

/** Returns the only email address of a contact; undefined for none, and for several, of which nobody knows which is meant. */
export function parseContactEmail(contact: string): string | undefined {
	const addresses = contact.split(/[\s,;:<>()[\]"]+/).flatMap((part) => parseEmail(part.replace(/\.$/, '')) ?? []);
	return addresses.length === 1 ? addresses[0] : undefined;
}

export function computeSecondsUntilMail(sentAt: Date | null, now: Date): number {
	if (sentAt === null) return 0;
	return Math.max(0, Math.ceil((sentAt.getTime() - now.getTime()) / 1000) + CONTRIBUTOR_MAIL_PAUSE_MINUTES * 60);
}
