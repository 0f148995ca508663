import type { TellerNaming, Proposal, ProposalState, ShownVersion } from '#lib/domain/showing.ts';

export interface TellerProposal {
	id: string;
	content: Proposal;
	state: ProposalState;
	answer: string;
}

export interface TellerFactAnswer {
	fact: string;
	isTrue: boolean;
	reason: string;
}

export interface TellerApproval {
	hash: string;
	naming: TellerNaming;
	name: string;
	approvedAt: Date;
}

export interface TellerAnswers {
	/** The problem. `isStudents`: it was told by a student, who has no page on which to see a version. */
	problem: { id: string; title: string; isStudents: boolean };
	/** The version of this folder that the teller sees; null when the teller sees none. */
	shown: { hash: string; version: ShownVersion; shownAt: Date } | null;
	/** Whether the teller's page shows another folder that was begun from the same problem. */
	isAnotherShown: boolean;
	proposals: TellerProposal[];
	facts: TellerFactAnswer[];
	approval: TellerApproval | null;
}

/** The name that a teller allows in the version with this hash; empty when no name is allowed. */
export type AllowedTellerName = Pick<TellerApproval, 'hash' | 'name'>;

/** What to do about the teller's name in a folder. `to-remove`: the teller has not allowed the name in this version. */
type TellerNameChange = 'as-wished' | 'to-write' | 'to-remove';

/**
 * Returns whether an approval has lapsed, because the folder has changed since. `draftHash`: the present folder's hash, empty
 * while unknown.
 */
export const isApprovalLapsed = ({ hash }: Pick<TellerApproval, 'hash'>, draftHash: string): boolean =>
	draftHash !== '' && draftHash !== hash;

/** Returns what to do about the teller's name. `partnerName`: the partner's name in challenge.yaml, or ''. */
export function findTellerNameChange(
	partnerName: string,
	approval: AllowedTellerName | null,
	draftHash: string
): TellerNameChange {
	// No name is allowed when the approval has lapsed, was withdrawn or was never given.
	const allowedName = approval === null || isApprovalLapsed(approval, draftHash) ? '' : approval.name;
	if (partnerName === allowedName) return 'as-wished';
	return allowedName === '' ? 'to-remove' : 'to-write';
}
