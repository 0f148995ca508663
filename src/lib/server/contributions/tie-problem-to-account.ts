/** Puts a told problem on the page of its teller's account, and takes it off. */
import { and, eq, isNull, ne, or } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { problem } from '#lib/server/db/schema/index.ts';

/** Finds the token of a private link in a pasted text: the whole address, its end, or a sentence around it. */
export const findLinkToken = (text: string): string | undefined =>
	/(?<![0-9a-f])[0-9a-f]{48}(?![0-9a-f])/.exec(text)?.[0];

/** Lets an account follow the problem from its own page. Returns false when another account has the problem already. */
export async function tieProblemToAccount(database: Database, id: string, account: string): Promise<boolean> {
	const updatedRows = await database
		.update(problem)
		.set({ tellerAccount: account })
		.where(
			and(
				eq(problem.id, id),
				ne(problem.source, 'student'),
				or(isNull(problem.tellerAccount), eq(problem.tellerAccount, account))
			)
		)
		.returning({ id: problem.id });
	return updatedRows.length > 0;
}

/** Leaves the problem to its private link alone. */
export async function untieProblemFromAccount(database: Database, id: string): Promise<void> {
	await database.update(problem).set({ tellerAccount: null }).where(eq(problem.id, id));
}
