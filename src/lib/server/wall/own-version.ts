/** Reads a stored version of a student's own work to copy it to a wall, and checks the quota. */
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import type { WallRefusal } from '#lib/wire/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { version, work, workAuthor } from '#lib/server/db/schema/index.ts';
import type { AccountStorageLimits } from '#lib/server/work/limits.ts';
import { countUsedBytesOfAccount } from '#lib/server/work/quota.ts';

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
