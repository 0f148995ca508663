import { and, count, eq, inArray } from 'drizzle-orm';
import { newId } from '#lib/domain/identity.ts';
import { parseProposal, type ContributorNamingWish, parseFactReason } from '#lib/domain/demo.ts';
import { actOnProblem } from '#lib/server/contributions/act-on-problem.ts';
import type { ProblemRow } from '#lib/server/contributions/problem-queries.ts';
import type { Database } from '#lib/server/db/database.ts';
import { approval, factAnswer, problem, proposal } from '#lib/server/db/schema/index.ts';
import { findDemo, type Demo } from './demos.ts';
import { parseJson } from '#lib/domain/parse.ts';
import { readFormText } from '#lib/server/http/form.ts';

/** Upper limit of characters of a proposal's JSON; the largest valid proposal is shorter. */
const LONGEST_PROPOSAL_CHARACTERS = 30_000;

export function readProposalForm(form: FormData): { hash: string; content: unknown } {
	const content = form.get('content');
	const hash = readFormText(form, 'hash');
	const isReadable = typeof content === 'string' && content.length <= LONGEST_PROPOSAL_CHARACTERS;
	return { hash, content: isReadable ? parseJson(content) : undefined };
}

/**
 * Reads a contributor's answers about facts; undefined when a reason cannot be read. A fact can be marked wrong without a reason,
 * because the mark matters most, and the maker can ask why.
 */
export function readFactMarksForm(form: FormData): { hash: string; answers: Map<string, FactMark> | undefined } {
	const hash = readFormText(form, 'hash');
	const answers = new Map<string, FactMark>();
	for (const name of form.keys()) {
		const [, fact] = /^fact-([0-9a-f]{16})$/.exec(name) ?? [];
		const choice = readFormText(form, name);
		if (fact === undefined || (choice !== 'true' && choice !== 'wrong')) continue;
		const text = choice === 'wrong' ? readFormText(form, `reason-${fact}`) : '';
		const reason = text.trim() === '' ? '' : parseFactReason(text);
		if (reason === undefined) return { hash, answers: undefined };
		answers.set(fact, { isTrue: choice === 'true', reason });
	}
	return { hash, answers };
}

const MOST_PROPOSALS_PER_PROBLEM = 50;

/**
 * `changed`: another version is shown now. `facts`: not every fact is marked as true, which an approval needs. `empty`: no fact
 * was marked.
 */
export type ContributorAnswerResult = 'done' | 'changed' | 'malformed' | 'full' | 'facts' | 'empty';

/** A contributor's mark on a fact. `reason`: why the fact is wrong; empty for a true fact, or when the contributor gives no reason. */
export interface FactMark {
	isTrue: boolean;
	reason: string;
}

/**
 * Carries out an answer about the version shown now, which must have `hash` if it is given. An answer counts as a message to
 * the maker.
 */
async function carryOutContributorAnswer(
	database: Database,
	row: ProblemRow,
	{ hash, now }: { hash?: string; now: Date },
	carryOutAnswer: (transaction: Database, demo: Demo) => Promise<ContributorAnswerResult>
): Promise<ContributorAnswerResult> {
	return database.transaction(async (transaction) => {
		// Lock the problem, so that no other version is shown before the answer is stored.
		const [lockedProblem] = await transaction.select().from(problem).where(eq(problem.id, row.id)).for('update');
		const demo = lockedProblem && (await findDemo(transaction, lockedProblem));
		if (demo === undefined || (hash !== undefined && demo.hash !== hash)) return 'changed';
		const result = await carryOutAnswer(transaction, demo);
		if (result === 'done') await actOnProblem(transaction, row.id, { act: { kind: 'reply' }, by: null }, now);
		return result;
	});
}

export async function storeContributorProposal(
	database: Database,
	row: ProblemRow,
	{ hash, content }: { hash: string; content: unknown },
	now: Date
): Promise<ContributorAnswerResult> {
	return carryOutContributorAnswer(database, row, { hash, now }, async (transaction, { version, workId }) => {
		const parsedProposal = parseProposal(content, version);
		if (parsedProposal === undefined) return 'malformed';
		const [found] = await transaction
			.select({ proposals: count() })
			.from(proposal)
			.where(eq(proposal.problemId, row.id));
		if ((found?.proposals ?? 0) >= MOST_PROPOSALS_PER_PROBLEM) return 'full';
		await transaction
			.insert(proposal)
			.values({ id: newId(), problemId: row.id, workId, content: parsedProposal, createdAt: now });
		return 'done';
	});
}

/**
 * Stores marks on facts; marking one wrong ends the approval of this version. `answers` is undefined when they cannot be read.
 * Marks that were given for an older version still hold for sentences that are unchanged in the version shown now.
 */
export async function storeFactMarks(
	database: Database,
	row: ProblemRow,
	{ hash, answers }: { hash: string; answers: ReadonlyMap<string, FactMark> | undefined },
	now: Date
): Promise<ContributorAnswerResult> {
	return carryOutContributorAnswer(database, row, { now }, async (transaction, { version, workId, hash: current }) => {
		const answeredFacts = version.facts.flatMap(({ id }) => {
			const answer = answers?.get(id);
			return answer ? [{ fact: id, ...answer }] : [];
		});
		if (answers?.size === 0) return 'empty';
		if (answeredFacts.length === 0) return hash === current ? 'malformed' : 'changed';
		for (const { fact, ...rest } of answeredFacts) {
			const storedAnswer = { ...rest, answeredAt: now };
			await transaction
				.insert(factAnswer)
				.values({ problemId: row.id, workId, fact, ...storedAnswer })
				.onConflictDoUpdate({ target: [factAnswer.problemId, factAnswer.workId, factAnswer.fact], set: storedAnswer });
		}
		if (answeredFacts.some(({ isTrue }) => !isTrue))
			await transaction
				.delete(approval)
				.where(and(answersAboutFolderCondition(approval, row.id, workId), eq(approval.hash, current)));
		return 'done';
	});
}

export async function storeApproval(
	database: Database,
	row: ProblemRow,
	{ hash, wish }: { hash: string; wish: ContributorNamingWish },
	now: Date
): Promise<ContributorAnswerResult> {
	return carryOutContributorAnswer(database, row, { hash, now }, async (transaction, { version, workId }) => {
		const facts = version.facts.map(({ id }) => id);
		const [answerCount] = await transaction
			.select({ right: count() })
			.from(factAnswer)
			.where(
				and(
					answersAboutFolderCondition(factAnswer, row.id, workId),
					eq(factAnswer.isTrue, true),
					inArray(factAnswer.fact, facts)
				)
			);
		if ((answerCount?.right ?? 0) < facts.length) return 'facts';
		const approvalRow = { hash, ...wish, approvedAt: now };
		await transaction
			.insert(approval)
			.values({ problemId: row.id, workId, ...approvalRow })
			.onConflictDoUpdate({ target: [approval.problemId, approval.workId], set: approvalRow });
		return 'done';
	});
}

/** Withdraws the contributor's approval of a folder, which need not be shown now. */
export async function withdrawApproval(database: Database, problemId: string, workId: string): Promise<void> {
	await database.delete(approval).where(answersAboutFolderCondition(approval, problemId, workId));
}

const answersAboutFolderCondition = (table: typeof approval | typeof factAnswer, problemId: string, workId: string) =>
	and(eq(table.problemId, problemId), eq(table.workId, workId));
