/** Locks an open wall for a student of its class, who puts something up in the same transaction. */
import { and, eq, sql } from 'drizzle-orm';
import { isWallOpen } from '#lib/domain/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, schoolClass } from '#lib/server/db/schema/index.ts';

/** Resolves to the student's membership, or to the reason why nothing may be put up. */
export async function lockOpenWall(
	transaction: Database,
	account: string,
	classId: string
): Promise<{ id: string } | 'absent' | 'closed'> {
	// Requests of one person run in turn, so that exhibits and room are counted before the next request is checked.
	await transaction.execute(sql`select id from account where id = ${account} for no key update`);
	// The lock on the class makes the teacher who closes its wall wait, so that nothing appears on a closed wall.
	const [lockedClass] = await transaction.select().from(schoolClass).where(eq(schoolClass.id, classId)).for('share');
	const [ownMembership] = await transaction
		.select({ id: membership.id })
		.from(membership)
		.where(and(eq(membership.classId, classId), eq(membership.accountId, account)));
	if (!lockedClass || !ownMembership) return 'absent';
	return isWallOpen(lockedClass) ? ownMembership : 'closed';
}
