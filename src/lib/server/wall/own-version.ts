import { and, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { WallRefusal } from '#lib/wire/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { version, work, workAuthor, schoolClass } from '#lib/server/db/schema/index.ts';
import { type AccountStorageLimits, countUsedBytesOfAccount } from '#lib/server/work/quota.ts';
import { createPersonRateLimit, wallResponder } from '#lib/server/http/api.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import { isWallOpen } from '#lib/domain/wall.ts';
import { findMembershipId } from '#lib/server/access/index.ts';

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

const MOST_WALL_CHANGES_AT_ONCE = 40;
const MILLISECONDS_PER_WALL_CHANGE = 5000;
const WALL_RETRY_SECONDS = 30;

const wallChangeLimit = new BurstLimit(MOST_WALL_CHANGES_AT_ONCE, MILLISECONDS_PER_WALL_CHANGE);

export const limitWallChanges = createPersonRateLimit(wallResponder, WALL_RETRY_SECONDS, wallChangeLimit);

/** Resolves to a version of a work, if the account is an author of the work and may read this version; else to undefined. */
export async function readVersionOfOwnWork(transaction: Database, account: string, workId: string, versionId: string) {
	const [found] = await transaction
		.select({ kind: work.kind, files: version.files, project: version.project, decisions: version.decisions })
		.from(version)
		.innerJoin(work, eq(work.id, version.workId))
		.innerJoin(workAuthor, and(eq(workAuthor.workId, work.id), eq(workAuthor.accountId, account)))
		.where(
			and(
				eq(version.id, versionId),
				eq(version.workId, workId),
				or(isNull(workAuthor.readsSince), gte(version.storedAt, workAuthor.readsSince))
			)
		);
	return found;
}

/** Resolves to the reason why `moreBytes` more bytes of this account do not fit its quota; null when they fit. */
export async function findQuotaRefusal(
	transaction: Database,
	account: string,
	moreBytes: number,
	limits: AccountStorageLimits
): Promise<WallRefusal | null> {
	if (moreBytes <= 0) return null;
	if (limits.isFull) return 'server-full';
	return (await countUsedBytesOfAccount(transaction, account)) + moreBytes > limits.bytes ? 'account-full' : null;
}
