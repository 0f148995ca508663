/** Defines what the studio's page receives about a problem's teller: the shown version and the teller's answers. */
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
