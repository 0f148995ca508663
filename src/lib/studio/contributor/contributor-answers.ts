import type { ContributorNaming, Proposal, ProposalState, ShownVersion } from '#lib/domain/demo.ts';

export interface ContributorProposal {
	id: string;
	content: Proposal;
	state: ProposalState;
	answer: string;
}

export interface ContributorFactAnswer {
	fact: string;
	isTrue: boolean;
	reason: string;
}

export interface ContributorApproval {
	hash: string;
	naming: ContributorNaming;
	name: string;
	approvedAt: Date;
}

export interface ContributorAnswers {
	/** The problem. `isStudents`: it was told by a student, who has no page on which to see a version. */
	problem: { id: string; title: string; isStudents: boolean };
	/** The version of this folder that the contributor sees; null when the contributor sees none. */
	shown: { hash: string; version: ShownVersion; shownAt: Date } | null;
	/** Whether the contributor's page shows another folder that was begun from the same problem. */
	isAnotherShown: boolean;
	proposals: ContributorProposal[];
	facts: ContributorFactAnswer[];
	approval: ContributorApproval | null;
}

/** The name that a contributor allows in the version with this hash; empty when no name is allowed. */
export type AllowedContributorName = Pick<ContributorApproval, 'hash' | 'name'>;

/** What to do about the contributor's name in a folder. `to-remove`: the contributor has not allowed the name in this version. */
type ContributorNameChange = 'as-wished' | 'to-write' | 'to-remove';

/**
 * Returns whether an approval has lapsed, because the folder has changed since. `draftHash`: the present folder's hash, empty
 * while unknown.
 */
export const isApprovalLapsed = ({ hash }: Pick<ContributorApproval, 'hash'>, draftHash: string): boolean =>
	draftHash !== '' && draftHash !== hash;

/** Returns what to do about the contributor's name. `partnerName`: the partner's name in challenge.yaml, or ''. */
export function findContributorNameChange(
	partnerName: string,
	approval: AllowedContributorName | null,
	draftHash: string
): ContributorNameChange {
	// No name is allowed when the approval has lapsed, was withdrawn or was never given.
	const allowedName = approval === null || isApprovalLapsed(approval, draftHash) ? '' : approval.name;
	if (partnerName === allowedName) return 'as-wished';
	return allowedName === '' ? 'to-remove' : 'to-write';
}
