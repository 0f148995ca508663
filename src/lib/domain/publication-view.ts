/** What pages say of a version on its way to the catalogue, and of the people of a challenge. */
import type { ReviewPoint } from './publication-review.ts';
import type { PublicationAct, PublicationStateKind, ReviewerPart } from './publication-state.ts';

export interface VersionOutline {
	hash: string;
	challengeId: string;
	version: string;
	title: string;
	/** Who made it. */
	maker: string;
	state: PublicationStateKind;
	stateSince: Date;
	/** Who agreed already. */
	agreed: { part: ReviewerPart; name: string } | null;
}

/** Something that was done or written about a challenge. */
export interface PublicationMessage {
	id: string;
	challengeId: string;
	version: string;
	/** Null for someone whose account is deleted. */
	name: string | null;
	act: PublicationAct;
	/** What a reviewer had ticked. */
	points: ReviewPoint[];
	text: string;
	createdAt: Date;
}

/** A challenge as its maker sees it. */
export interface OwnPublication {
	challengeId: string;
	/** The newest, and each one that was ever proposed; the newest first. */
	versions: (VersionOutline & { acts: PublicationAct[] })[];
	messages: PublicationMessage[];
}

/** Who told, made and checked a challenge of the catalogue, and what it was adapted from. */
export interface ChallengePeople {
	/** Null when nobody told it. The name is empty when its teller wishes for none, or has not approved this version. */
	teller: { name: string; hasApproved: boolean } | null;
	maker: string;
	/** Null for someone whose account is deleted, and before anyone has agreed. */
	curator: string | null;
	teacher: string | null;
	/** `title` is empty for what is not open to everyone. */
	source: { id: string; title: string } | null;
}
