/** Who of a class made a work. */
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { membership, submission, workAuthor, type assignment } from '../db/schema/index.ts';

/** The person's membership in the class of an assignment that is for them. */
export async function memberOf(
	database: Database,
	{ classId, members }: Pick<typeof assignment.$inferSelect, 'classId' | 'members'>,
	account: string
): Promise<string | undefined> {
	const [found] = await database
		.select({ id: membership.id })
		.from(membership)
		.where(and(eq(membership.classId, classId), eq(membership.accountId, account)));
	return found && (members === null || members.includes(found.id)) ? found.id : undefined;
}

/** The memberships in that class of all who made the work: of a pair two. */
export async function membersOf(database: Database, classId: string, workId: string): Promise<string[]> {
	const rows = await database
		.select({ id: membership.id })
		.from(workAuthor)
		.innerJoin(membership, and(eq(membership.accountId, workAuthor.accountId), eq(membership.classId, classId)))
		.where(eq(workAuthor.workId, workId))
		.orderBy(membership.id);
	return rows.map(({ id }) => id);
}

/** That a person is among those who handed a submission in. */
export function handedInBy(account: string): SQL {
	return sql`exists (
		select 1 from ${membership}
		where ${membership.accountId} = ${account} and ${submission.members} @> to_jsonb(${membership.id})
	)`;
}
