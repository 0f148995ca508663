/** Reads a shown version with all that the teller answered, for their page and for the maker's. */
import { and, asc, eq } from 'drizzle-orm';
import { parseStoredProposal, type Proposal, type ProposalState } from '#lib/domain/showing.ts';
import { titleOf } from '#lib/domain/problem-card.ts';
import { actOnProblem } from '#lib/server/contributions/act.ts';
import { cardOf } from '#lib/server/contributions/problem-queries.ts';
import type { ProblemRow } from '#lib/server/contributions/problem-rows.ts';
import type { Database } from '#lib/server/db/database.ts';
import { approval, factAnswer, proposal } from '#lib/server/db/schema/index.ts';
import { findShowing } from './showings.ts';

interface MadeProposal {
	id: string;
	content: Proposal;
	state: ProposalState;
	answer: string;
	createdAt: Date;
}

/** Everything but the program, which comes by an address of its own. */
export async function readShowing(database: Database, row: ProblemRow) {
	return {
		shown: (await findShowing(database, row)) ?? null,
		proposals: await proposalsOf(database, row.id),
		facts: await database
			.select({ fact: factAnswer.fact, isTrue: factAnswer.isTrue, reason: factAnswer.reason })
			.from(factAnswer)
			.where(eq(factAnswer.problemId, row.id)),
		approval: (await approvalOf(database, row.id)) ?? null
	};
}

export type ReadShowing = Awaited<ReturnType<typeof readShowing>>;

/** Returns the same for the maker, with the problem. */
export async function readForMaker(database: Database, row: ProblemRow) {
	return {
		problem: { id: row.id, title: titleOf(cardOf(row)), isStudents: row.source === 'student' },
		...(await readShowing(database, row))
	};
}

async function proposalsOf(database: Database, problemId: string): Promise<MadeProposal[]> {
	const rows = await database
		.select()
		.from(proposal)
		.where(eq(proposal.problemId, problemId))
		.orderBy(asc(proposal.createdAt), asc(proposal.id));
	return rows.flatMap(({ content, problemId: _, ...row }) => {
		const read = parseStoredProposal(content);
		return read ? [{ ...row, content: read }] : [];
	});
}

async function approvalOf(database: Database, problemId: string) {
	const [found] = await database
		.select({
			hash: approval.hash,
			naming: approval.naming,
			name: approval.name,
			approvedAt: approval.approvedAt
		})
		.from(approval)
		.where(eq(approval.problemId, problemId));
	return found;
}

interface ProposalAnswer {
	id: string;
	problemId: string;
	/** The maker's account. */
	by: string;
	state: 'taken' | 'declined';
	answer: string;
}

/**
 * Says to the teller what became of a proposal, which is a word of the house. Returns false for one of another problem, and one that
 * was answered.
 */
export async function answerProposal(
	database: Database,
	{ id, problemId, by, state, answer }: ProposalAnswer,
	now: Date
): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const changed = await transaction
			.update(proposal)
			.set({ state, answer })
			.where(and(eq(proposal.id, id), eq(proposal.problemId, problemId), eq(proposal.state, 'waiting')))
			.returning({ id: proposal.id });
		if (changed.length === 0) return false;
		await actOnProblem(transaction, problemId, { act: { kind: 'ask' }, by }, now);
		return true;
	});
}
