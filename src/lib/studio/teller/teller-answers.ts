/** What the teller of a problem was shown and answered, as the studio's page gets it. */
import type { Naming, Proposal, ProposalState } from '#lib/domain/showing.ts';
import type { ShownVersion } from '#lib/domain/shown-version.ts';

export interface GivenProposal {
	id: string;
	content: Proposal;
	state: ProposalState;
	answer: string;
}

export interface FactAnswer {
	fact: string;
	isTrue: boolean;
	reason: string;
}

export interface TellerApproval {
	hash: string;
	naming: Naming;
	name: string;
	approvedAt: Date;
}

export interface TellerAnswers {
	/** `isStudents`: a student told it, who has no page of theirs. */
	problem: { id: string; title: string; isStudents: boolean };
	/** Of this draft. */
	shown: { hash: string; version: ShownVersion; shownAt: Date } | null;
	/** Another draft from the same problem is on the teller's page. */
	isAnotherShown: boolean;
	proposals: GivenProposal[];
	facts: FactAnswer[];
	approval: TellerApproval | null;
}
