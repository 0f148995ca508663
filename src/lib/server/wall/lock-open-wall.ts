/** Locks an open wall while a student of its class puts something up in the same transaction. */
import { eq, sql } from 'drizzle-orm';
import { isWallOpen } from '#lib/domain/wall.ts';
import { findMembershipId } from '#lib/server/access/membership.ts';
import type { Database } from '#lib/server/db/database.ts';
import { schoolClass } from '#lib/server/db/schema/index.ts';

/** Resolves to the student's membership, or to the reason why the student may not put anything up. */
export async function lockOpenWall(
	transaction: Database,
	account: string,
	classId: string
): Promise<{ id: string } | 'absent' | 'closed'> {
	// Requests of one person run in turn, so that each request's exhibits and bytes are counted before the next is checked.
	await transaction.execute(sql`select id from account where id = ${account} for no key update`);
	// The lock on the class makes the teacher who closes its wall wait, so that nothing appears on a closed wall.
	const [lockedClass] = await transaction.select().from(schoolClass).where(eq(schoolClass.id, classId)).for('share');
	const id = await findMembershipId(transaction, classId, account);
	if (!lockedClass || id === undefined) return 'absent';
	return isWallOpen(lockedClass) ? { id } : 'closed';
}
