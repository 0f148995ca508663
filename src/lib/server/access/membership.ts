/** Finds the membership of an account in a class. */
import { and, eq } from 'drizzle-orm';
import { isAssignedTo } from '#lib/domain/assignment.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, type assignment } from '#lib/server/db/schema/index.ts';

/** Resolves to the id of the account's membership in the class; undefined when it has none. */
export async function findMembershipId(
	database: Database,
	classId: string,
	account: string
): Promise<string | undefined> {
	const [found] = await database
		.select({ id: membership.id })
		.from(membership)
		.where(and(eq(membership.classId, classId), eq(membership.accountId, account)));
	return found?.id;
}

/** Returns the account's membership in the assignment's class, or undefined when the assignment is not given to it. */
export async function findAssignedMembershipId(
	database: Database,
	{ classId, members }: Pick<typeof assignment.$inferSelect, 'classId' | 'members'>,
	account: string
): Promise<string | undefined> {
	const id = await findMembershipId(database, classId, account);
	return id !== undefined && isAssignedTo({ members }, id) ? id : undefined;
}
