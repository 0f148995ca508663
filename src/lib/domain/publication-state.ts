/** The states of a challenge's version on its way to the catalogue, and what each act makes of them. */
import type { Role } from './access.ts';

/** The role in which a reviewer reads a version; one of each has to agree. */
export type ReviewerPart = 'curator' | 'teacher';

/** Who agreed to a version; null for someone whose account is deleted. */
type Reviewers = Record<ReviewerPart, string | null>;

interface Agreement {
	part: ReviewerPart;
	by: string;
}

export type PublicationState =
	/** For its maker's classes alone. */
	| { kind: 'draft' }
	/** In review, with one agreement at most: the second one publishes. */
	| { kind: 'proposed'; agreement: Agreement | null }
	| { kind: 'work-needed' }
	/** A curator keeps it out of the catalogue. */
	| { kind: 'held-back' }
	/** In the catalogue. */
	| { kind: 'published'; reviewers: Reviewers }
	/** Out of the catalogue, or replaced by a newer version; whoever began it goes on. */
	| { kind: 'retired'; reviewers: Reviewers };

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

/** What somebody is to one challenge. Its maker never reviews it. */
export interface PublicationActor {
	kind: 'maker' | ReviewerPart;
	id: string;
}

/** Returns undefined for somebody who neither made the challenge nor may review it. */
export function publicationActor(
	{ id, role }: { id: string; role: Role },
	maker: string
): PublicationActor | undefined {
	if (role !== 'teacher' && role !== 'curator') return undefined;
	return { kind: id === maker ? 'maker' : role, id };
}

const ACTS: Record<PublicationActor['kind'], readonly PublicationAct[]> = {
	maker: ['propose', 'withdraw', 'retire', 'comment'],
	teacher: ['agree', 'ask-for-work', 'comment'],
	curator: ['agree', 'ask-for-work', 'hold-back', 'release', 'retire', 'comment']
};

/** From which states an act is possible. */
const FROM: Record<PublicationAct, readonly PublicationStateKind[]> = {
	// A retired one stays so, for whoever began it: the catalogue gets it back as another version.
	propose: ['draft', 'work-needed'],
	withdraw: ['proposed', 'work-needed'],
	agree: ['proposed'],
	'ask-for-work': ['proposed'],
	// A published one may turn out to be wrong, and so may one that is still open to who began it.
	'hold-back': ['proposed', 'work-needed', 'published', 'retired'],
	release: ['held-back'],
	retire: ['published'],
	comment: ['proposed', 'work-needed', 'held-back', 'published']
};

/** Returns what an act makes of a version; undefined when this actor cannot do it, or not in this state. */
export function afterPublicationAct(
	state: PublicationState,
	act: PublicationAct,
	actor: PublicationActor
): PublicationState | undefined {
	if (!ACTS[actor.kind].includes(act) || !FROM[act].includes(state.kind)) return undefined;
	switch (act) {
		case 'propose':
			return { kind: 'proposed', agreement: null };
		case 'agree':
			return state.kind === 'proposed' && actor.kind !== 'maker'
				? withAgreement(state.agreement, { part: actor.kind, by: actor.id })
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

/** Two parts and two people: nobody agrees twice, whatever role they have by now. */
function withAgreement(first: Agreement | null, second: Agreement): PublicationState | undefined {
	if (first === null) return { kind: 'proposed', agreement: second };
	if (first.part === second.part || first.by === second.by) return undefined;
	const by = (part: ReviewerPart) => (first.part === part ? first.by : second.by);
	return { kind: 'published', reviewers: { curator: by('curator'), teacher: by('teacher') } };
}

/** Returns what becomes of another version of the same challenge when one goes from a state to another. */
export function besideChange(
	other: PublicationState,
	{ from, to }: { from: PublicationStateKind; to: PublicationStateKind }
): PublicationState {
	if (from === to) return other;
	const isInReview = other.kind === 'proposed' || other.kind === 'work-needed';
	// One version is looked at, at a time; agreements to another one lapse.
	if (to === 'proposed' && isInReview) return { kind: 'draft' };
	if (to === 'published' && other.kind === 'published') return { ...other, kind: 'retired' };
	// What the catalogue had before is not shown in place of what a curator took out.
	if (to === 'held-back' && from === 'published' && other.kind === 'retired') return { kind: 'held-back' };
	return other;
}

export const possibleActs = (state: PublicationState, actor: PublicationActor): PublicationAct[] =>
	PUBLICATION_ACTS.filter((act) => afterPublicationAct(state, act, actor) !== undefined);

/** Whether somebody reads a version as its reviewer: what is in review, and for a curator all that ever was. */
export const isOpenToReviewer = ({ kind }: PublicationState, actor: PublicationActor): boolean =>
	actor.kind !== 'maker' &&
	kind !== 'draft' &&
	(actor.kind === 'curator' || kind === 'proposed' || kind === 'work-needed');
