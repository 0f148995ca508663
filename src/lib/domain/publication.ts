import type { Role } from './access.ts';
import * as v from 'valibot';
import { parseStorable } from './parse.ts';

/** Role in which a person reviews a version; a curator and a teacher have to agree to it. */
type ReviewerRole = 'curator' | 'teacher';

/** Accounts that agreed to a version, by role; null once an account is deleted. */
type AgreedReviewers = Record<ReviewerRole, string | null>;

interface ReviewerAgreement {
	part: ReviewerRole;
	by: string;
}

export type PublicationState =
	/** Only the maker's own classes can open the version. */
	| { kind: 'draft' }
	/** In review, with at most one agreement: the second agreement publishes the version. */
	| { kind: 'proposed'; agreement: ReviewerAgreement | null }
	| { kind: 'work-needed' }
	| { kind: 'held-back' }
	| { kind: 'published'; reviewers: AgreedReviewers }
	/** No longer in the catalogue, or replaced there by a newer version; whoever began it can go on. */
	| { kind: 'retired'; reviewers: AgreedReviewers };

export type PublicationStateKind = PublicationState['kind'];
export const PUBLICATION_STATES = [
	'draft',
	'proposed',
	'work-needed',
	'held-back',
	'published',
	'retired'
] as const satisfies PublicationStateKind[];

export const PUBLICATION_ACTS = [
	'propose',
	'withdraw',
	'agree',
	'ask-for-work',
	'hold-back',
	'release',
	'retire',
	'comment'
] as const;
export type PublicationAct = (typeof PUBLICATION_ACTS)[number];

/** A person's part in a challenge. Its maker never reviews it. */
export interface PublicationActor {
	kind: 'maker' | ReviewerRole;
	id: string;
}

export function publicationActorOf(
	{ id, role }: { id: string; role: Role },
	maker: string
): PublicationActor | undefined {
	if (role !== 'teacher' && role !== 'curator') return undefined;
	return { kind: id === maker ? 'maker' : role, id };
}

const ACTS_BY_ACTOR: Record<PublicationActor['kind'], readonly PublicationAct[]> = {
	maker: ['propose', 'withdraw', 'retire', 'comment'],
	teacher: ['agree', 'ask-for-work', 'comment'],
	curator: ['agree', 'ask-for-work', 'hold-back', 'release', 'retire', 'comment']
};

const STATES_BY_ACT: Record<PublicationAct, readonly PublicationStateKind[]> = {
	// A retired version cannot be proposed again, because people who began it go on with it: the challenge returns to the catalogue as
	// another version.
	propose: ['draft', 'work-needed'],
	withdraw: ['proposed', 'work-needed'],
	agree: ['proposed'],
	'ask-for-work': ['proposed'],
	// A published version may turn out to be harmful, and so may a retired one, which people who began it still open.
	'hold-back': ['proposed', 'work-needed', 'published', 'retired'],
	release: ['held-back'],
	retire: ['published'],
	comment: ['proposed', 'work-needed', 'held-back', 'published']
};

/** Returns the state of a version after an act; undefined when the actor may not do the act, or not in this state. */
export function publicationStateAfterAct(
	state: PublicationState,
	act: PublicationAct,
	actor: PublicationActor
): PublicationState | undefined {
	if (!ACTS_BY_ACTOR[actor.kind].includes(act) || !STATES_BY_ACT[act].includes(state.kind)) return undefined;
	switch (act) {
		case 'propose':
			return { kind: 'proposed', agreement: null };
		case 'agree':
			return state.kind === 'proposed' && actor.kind !== 'maker'
				? addAgreement(state.agreement, { part: actor.kind, by: actor.id })
				: undefined;
		case 'ask-for-work':
			return { kind: 'work-needed' };
		case 'hold-back':
			return { kind: 'held-back' };
		case 'withdraw':
		case 'release':
			return { kind: 'draft' };
		case 'retire':
			return state.kind === 'published' ? { ...state, kind: 'retired' } : undefined;
		case 'comment':
			return state;
	}
}

/** Adds an agreement. Two roles and two people have to agree: one person cannot agree twice, even after a change of role. */
function addAgreement(
	firstAgreement: ReviewerAgreement | null,
	secondAgreement: ReviewerAgreement
): PublicationState | undefined {
	if (firstAgreement === null) return { kind: 'proposed', agreement: secondAgreement };
	if (firstAgreement.part === secondAgreement.part || firstAgreement.by === secondAgreement.by) return undefined;
	const accountOfAgreement = (part: ReviewerRole) =>
		firstAgreement.part === part ? firstAgreement.by : secondAgreement.by;
	return {
		kind: 'published',
		reviewers: { curator: accountOfAgreement('curator'), teacher: accountOfAgreement('teacher') }
	};
}

export function siblingVersionStateAfterChange(
	siblingState: PublicationState,
	{ from, to }: { from: PublicationStateKind; to: PublicationStateKind }
): PublicationState {
	if (from === to) return siblingState;
	const isInReview = siblingState.kind === 'proposed' || siblingState.kind === 'work-needed';
	// Only one version of a challenge is in review at a time, so another one goes back to draft and its agreements lapse.
	if (to === 'proposed' && isInReview) return { kind: 'draft' };
	if (to === 'published' && siblingState.kind === 'published') return { ...siblingState, kind: 'retired' };
	// When a curator holds the listed version back, earlier versions are held back too, so that none of them is shown in its place.
	if (to === 'held-back' && from === 'published' && siblingState.kind === 'retired') return { kind: 'held-back' };
	return siblingState;
}

export const possiblePublicationActs = (state: PublicationState, actor: PublicationActor): PublicationAct[] =>
	PUBLICATION_ACTS.filter((act) => publicationStateAfterAct(state, act, actor) !== undefined);

/**
 * Tells whether a person may read a version as its reviewer: a teacher while it is in review, a curator every version that was ever
 * proposed.
 */
export const isVersionOpenToReviewer = ({ kind }: PublicationState, actor: PublicationActor): boolean =>
	actor.kind !== 'maker' &&
	kind !== 'draft' &&
	(actor.kind === 'curator' || kind === 'proposed' || kind === 'work-needed');

export const PUBLICATION_REVIEW_POINTS = [
	'truth',
	'dilemma',
	'language',
	'access',
	'licence',
	'persons',
	'neutral'
] as const;
export type PublicationReviewPoint = (typeof PUBLICATION_REVIEW_POINTS)[number];

export const selectReviewPoints = (names: readonly unknown[]): PublicationReviewPoint[] =>
	PUBLICATION_REVIEW_POINTS.filter((point) => names.includes(point));

export const LONGEST_PUBLICATION_COMMENT = 1500;

const publicationCommentSchema = v.pipe(
	v.string(),
	v.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
	v.maxLength(LONGEST_PUBLICATION_COMMENT)
);

/** Reads a comment, which may be empty; undefined when it is too long or cannot be stored. */
export const parsePublicationComment = (text: string): string | undefined =>
	parseStorable(publicationCommentSchema, text);

export interface PublicationVersion {
	hash: string;
	challengeId: string;
	version: string;
	title: string;
	maker: string;
	state: PublicationStateKind;
	stateSince: Date;
	/** The reviewer who agreed already; null before the first agreement. */
	firstAgreement: { part: ReviewerRole; name: string } | null;
}

export interface PublicationMessage {
	id: string;
	challengeId: string;
	version: string;
	/** Name of the writer; null once their account is deleted. */
	name: string | null;
	act: PublicationAct;
	points: PublicationReviewPoint[];
	text: string;
	createdAt: Date;
}

export interface OwnPublication {
	challengeId: string;
	/** The newest version and every version that was ever proposed, newest first. */
	versions: (PublicationVersion & { acts: PublicationAct[] })[];
	messages: PublicationMessage[];
}

export interface ChallengeCredits {
	/**
	 * Contributor of the problem; null when nobody told it. The name is empty when the contributor wishes not to be named, or has not approved
	 * this version.
	 */
	contributor: { name: string; hasApproved: boolean } | null;
	maker: string;
	/** Name of the reviewer; null once their account is deleted, and before anyone has agreed. */
	curator: string | null;
	teacher: string | null;
	/** The challenge that this one was adapted from; `title` is empty when that challenge is not open to everyone. */
	source: { id: string; title: string } | null;
}
