/** Defines what pages show of a version on its way to the catalogue, and of a challenge's people. */
import type { PublicationReviewPoint } from './publication-review.ts';
import type { PublicationAct, PublicationStateKind, ReviewerRole } from './publication-state.ts';

export interface PublicationVersion {
	hash: string;
	challengeId: string;
	version: string;
	title: string;
	/** Name of the teacher who made the version. */
	maker: string;
	state: PublicationStateKind;
	stateSince: Date;
	/** The reviewer who agreed already; null before the first agreement. */
	firstAgreement: { part: ReviewerRole; name: string } | null;
}

/** An act or a message of a maker or reviewer about a challenge. */
export interface PublicationMessage {
	id: string;
	challengeId: string;
	version: string;
	/** Name of the writer; null once their account is deleted. */
	name: string | null;
	act: PublicationAct;
	/** Points that the reviewer had ticked. */
	points: PublicationReviewPoint[];
	text: string;
	createdAt: Date;
}

/** A challenge of the studio, as its maker sees it. */
export interface OwnPublication {
	challengeId: string;
	/** The newest version and every version that was ever proposed, newest first. */
	versions: (PublicationVersion & { acts: PublicationAct[] })[];
	messages: PublicationMessage[];
}

/** The people who told, made and checked a challenge of the catalogue, and the challenge that it was adapted from. */
export interface ChallengeCredits {
	/**
	 * Teller of the problem; null when nobody told it. The name is empty when the teller wishes not to be named, or has not approved
	 * this version.
	 */
	teller: { name: string; hasApproved: boolean } | null;
	maker: string;
	/** Name of the reviewer; null once their account is deleted, and before anyone has agreed. */
	curator: string | null;
	teacher: string | null;
	/** The challenge that this one was adapted from; `title` is empty when that challenge is not open to everyone. */
	source: { id: string; title: string } | null;
}
