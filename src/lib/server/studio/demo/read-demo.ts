import { and, asc, eq } from 'drizzle-orm';
import { parseStoredProposal, type Proposal, type ProposalState } from '#lib/domain/demo.ts';
import { problemCardTitle } from '#lib/domain/problem-card.ts';
import { actOnProblem } from '#lib/server/contributions/act-on-problem.ts';
import { problemCardOfRow, type ProblemRow } from '#lib/server/contributions/problem-queries.ts';
import type { Database } from '#lib/server/db/database.ts';
import { approval, factAnswer, proposal } from '#lib/server/db/schema/index.ts';
import { findDemo } from './demos.ts';

interface ProposalWithReply {
	id: string;
	content: Proposal;
	state: ProposalState;
	answer: string;
	createdAt: Date;
}

/** Reads what the contributor's page shows, without the program, which is loaded from its own address. */
export async function readDemo(database: Database, row: ProblemRow) {
	const demo = (await findDemo(database, row)) ?? null;
	const approvals = await approvalsOf(database, row.id);
	return {
		shown: demo,
		...(demo ? await readContributorAnswers(database, row.id, demo.workId) : { proposals: [], facts: [] }),
		approval: approvals.find(({ workId }) => workId === demo?.workId) ?? null,
		/** Approvals of folders that are not shown now, which the contributor can withdraw too. */
		otherApprovals: approvals.filter(({ workId }) => workId !== demo?.workId)
	};
}

export type ContributorDemo = Awaited<ReturnType<typeof readDemo>>;

export async function readDemoForMaker(database: Database, row: ProblemRow, workId: string) {
	const demo = await findDemo(database, row);
	const isOwnDemo = demo?.workId === workId;
	const approvals = await approvalsOf(database, row.id);
	return {
		problem: { id: row.id, title: problemCardTitle(problemCardOfRow(row)), isStudents: row.source === 'student' },
		shown: isOwnDemo ? demo : null,
		isAnotherShown: demo !== undefined && !isOwnDemo,
		...(await readContributorAnswers(database, row.id, workId)),
		approval: approvals.find((each) => each.workId === workId) ?? null
	};
}

/**
 * Returns the name that the contributor allows this folder to show, for a maker whose claim has ended; null for a student's problem,
 * whose contributor is never named.
 */
export async function findContributorNameAllowedAfterEndedClaim(
	database: Database,
	row: ProblemRow,
	workId: string
): Promise<{ allowed: { hash: string; name: string } | null } | null> {
	if (row.source === 'student') return null;
	const workApproval = (await approvalsOf(database, row.id)).find((each) => each.workId === workId);
	return { allowed: workApproval ? { hash: workApproval.hash, name: workApproval.name } : null };
}

async function readContributorAnswers(database: Database, problemId: string, workId: string) {
	return {
		proposals: await proposalsOf(database, problemId, workId),
		facts: await database
			.select({ fact: factAnswer.fact, isTrue: factAnswer.isTrue, reason: factAnswer.reason })
			.from(factAnswer)
			.where(and(eq(factAnswer.problemId, problemId), eq(factAnswer.workId, workId)))
	};
}

async function proposalsOf(database: Database, problemId: string, workId: string): Promise<ProposalWithReply[]> {
	const { id, content: stored, state, answer, createdAt } = proposal;
	const rows = await database
		.select({ id, content: stored, state, answer, createdAt })
		.from(proposal)
		.where(and(eq(proposal.problemId, problemId), eq(proposal.workId, workId)))
		.orderBy(asc(proposal.createdAt), asc(proposal.id));
	return rows.flatMap(({ content, ...row }) => {
		const parsedProposal = parseStoredProposal(content);
		return parsedProposal ? [{ ...row, content: parsedProposal }] : [];
	});
}

async function approvalsOf(database: Database, problemId: string) {
	const { workId, hash, naming, name, approvedAt } = approval;
	return database
		.select({ workId, hash, naming, name, approvedAt })
		.from(approval)
		.where(eq(approval.problemId, problemId))
		.orderBy(asc(approvedAt));
}

interface ProposalReply {
	id: string;
	problemId: string;
	by: string;
	state: 'taken' | 'declined';
	answer: string;
}

/** Counts as a message to the contributor. False when the proposal belongs to another problem, or has a reply already. */
export async function storeProposalReply(
	database: Database,
	{ id, problemId, by, state, answer }: ProposalReply,
	now: Date
): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const updatedRows = await transaction
			.update(proposal)
			.set({ state, answer })
			.where(and(eq(proposal.id, id), eq(proposal.problemId, problemId), eq(proposal.state, 'waiting')))
			.returning({ id: proposal.id });
		if (updatedRows.length === 0) return false;
		await actOnProblem(transaction, problemId, { act: { kind: 'ask' }, by }, now);
		return true;
	});
}
