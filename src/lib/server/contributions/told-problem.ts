import { and, eq, ne, notExists, or, isNull } from 'drizzle-orm';
import { isId } from '#lib/domain/identity.ts';
import type { ProblemCard } from '#lib/domain/problem-card.ts';
import { hashLinkToken } from '#lib/server/auth/one-time-link.ts';
import type { Database } from '#lib/server/db/database.ts';
import { approval, problem, problemFolder } from '#lib/server/db/schema/index.ts';
import { removePhoto } from './photos.ts';
import type { ProblemRow } from './problem-queries.ts';
import { deleteContributorNews } from './contributor-mail.ts';

/** Finds the token of a private link in a pasted text, which may be the whole address, its end, or a sentence around it. */
export const findPrivateLinkToken = (text: string): string | undefined =>
	/(?<![0-9a-f])[0-9a-f]{48}(?![0-9a-f])/.exec(text)?.[0];

/** Lets an account follow the problem from its own page. Returns false when the problem is tied to another account already. */
export async function tieProblemToAccount(database: Database, id: string, account: string): Promise<boolean> {
	const updatedRows = await database
		.update(problem)
		.set({ contributorAccount: account })
		.where(
			and(
				eq(problem.id, id),
				ne(problem.source, 'student'),
				or(isNull(problem.contributorAccount), eq(problem.contributorAccount, account))
			)
		)
		.returning({ id: problem.id });
	return updatedRows.length > 0;
}

/** Unties the problem from the account, so that only its private link opens it. */
export async function untieProblemFromAccount(database: Database, id: string): Promise<void> {
	await database.update(problem).set({ contributorAccount: null }).where(eq(problem.id, id));
}

/** `link` is the link's token; with the contributor's account, it may also be the problem's id. */
export async function findProblemOfLink(
	database: Database,
	link: string,
	account: string | undefined
): Promise<ProblemRow | undefined> {
	if (!isId(link)) return undefined;
	const ownProblemCondition =
		account === undefined ? undefined : and(eq(problem.id, link), eq(problem.contributorAccount, account));
	const [found] = await database
		.select()
		.from(problem)
		.where(or(eq(problem.tokenHash, hashLinkToken(link)), ownProblemCondition));
	return found;
}

export async function storeCompletedCard(database: Database, id: string, card: ProblemCard): Promise<boolean> {
	const updatedRows = await database
		.update(problem)
		.set({ card })
		.where(and(eq(problem.id, id), ne(problem.state, 'declined')))
		.returning({ id: problem.id });
	return updatedRows.length > 0;
}

/** The photo, the waiting mail and the name in their approvals go too. The problem itself is kept. */
export async function eraseContributorContact(database: Database, id: string): Promise<void> {
	await database.update(problem).set({ contributorName: '', contact: '' }).where(eq(problem.id, id));
	await deleteContributorNews(database, id);
	await removePhoto(database, id);
	await database.update(approval).set({ naming: 'nobody', name: '' }).where(eq(approval.problemId, id));
}

const unusedProblemCondition = (database: Database, id: string) =>
	and(
		eq(problem.id, id),
		ne(problem.state, 'claimed'),
		notExists(database.select().from(problemFolder).where(eq(problemFolder.problemId, id)))
	);

/** Whether the contributor may erase the whole problem: nobody has claimed it, and no challenge was begun from it. */
export async function isProblemErasable(database: Database, id: string): Promise<boolean> {
	return (
		(await database.select({ id: problem.id }).from(problem).where(unusedProblemCondition(database, id))).length > 0
	);
}

export async function eraseProblem(database: Database, id: string): Promise<boolean> {
	return (
		(await database.delete(problem).where(unusedProblemCondition(database, id)).returning({ id: problem.id })).length >
		0
	);
}
