/** Ties a told problem to its teller's account, whose page then shows the problem, and unties it. */
import { and, eq, isNull, ne, or } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { problem } from '#lib/server/db/schema/index.ts';

/** Finds the token of a private link in a pasted text, which may be the whole address, its end, or a sentence around it. */
export const findPrivateLinkToken = (text: string): string | undefined =>
	/(?<![0-9a-f])[0-9a-f]{48}(?![0-9a-f])/.exec(text)?.[0];

/** Lets an account follow the problem from its own page. Returns false when the problem is tied to another account already. */
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

/** Unties the problem from the account, so that only its private link opens it. */
export async function untieProblemFromAccount(database: Database, id: string): Promise<void> {
	await database.update(problem).set({ tellerAccount: null }).where(eq(problem.id, id));
}
