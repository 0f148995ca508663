import { randomUUID } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { version, work, workAuthor } from '#lib/server/db/schema/index.ts';
import { splitPairRow } from '#lib/server/board/split-pair.ts';
import { removeDecisionFromSteps } from '#lib/server/work/redact-version.ts';
import { copyOwnFiles } from '#lib/server/work/own-files.ts';
import { estimateStoredBytes } from '#lib/server/work/quota.ts';

/**
 * Lets the author who began the work keep it, and gives the other author a copy; the other's decision is removed from each.
 * Returns the id of the work that `account` goes on with, the same when called again; undefined when the account is not an
 * author.
 */
export async function separatePairWork(database: Database, account: string, id: string): Promise<string | undefined> {
	return database.transaction(async (transaction) => {
		const [ownWork] = await transaction
			.select({ id: work.id })
			.from(work)
			.innerJoin(workAuthor, and(eq(workAuthor.workId, work.id), eq(workAuthor.accountId, account)))
			.where(eq(work.id, id))
			.for('update', { of: work });
		if (!ownWork) return findCopyWorkId(transaction, account, id);
		const [first, second] = await transaction
			.select()
			.from(workAuthor)
			.where(eq(workAuthor.workId, id))
			.orderBy(sql`${workAuthor.readsSince} asc nulls first`);
		if (!first || !second) return id;
		const copyWorkId = await copyPairWork(transaction, id, second.accountId);
		await removeWorkAuthor(transaction, id, second.accountId);
		await splitPairRow(transaction, {
			workId: id,
			firstAccount: first.accountId,
			copyWorkId,
			secondAccount: second.accountId
		});
		return account === first.accountId ? id : copyWorkId;
	});
}

async function findCopyWorkId(transaction: Database, account: string, id: string): Promise<string | undefined> {
	const [copiedWork] = await transaction
		.select({ id: work.id })
		.from(work)
		.innerJoin(workAuthor, and(eq(workAuthor.workId, work.id), eq(workAuthor.accountId, account)))
		.where(eq(work.copyOf, id))
		.orderBy(desc(work.storedAt));
	return copiedWork?.id;
}

/** Copies the work's head with the account's own decision; the copied version's parent is the last common version. */
async function copyPairWork(transaction: Database, id: string, account: string): Promise<string> {
	const [found] = await transaction
		.select()
		.from(work)
		.innerJoin(version, eq(version.id, work.head))
		.where(eq(work.id, id));
	if (!found) throw new Error(`The work ${id} has no version that opens`);
	const { decisions, steps, ...opens } = found.version;
	const ownDecision = decisions[account];
	const copiedVersion = { ...opens, id: randomUUID(), workId: randomUUID(), parent: opens.id };
	const bytes = estimateStoredBytes({ files: opens.files, steps });
	await transaction
		.insert(work)
		.values({ ...found.work, id: copiedVersion.workId, head: copiedVersion.id, bytes, copyOf: id });
	await transaction.insert(workAuthor).values({ workId: copiedVersion.workId, accountId: account });
	await transaction.insert(version).values({
		...copiedVersion,
		steps: removeDecisionFromSteps(steps),
		decisions: ownDecision === undefined ? {} : { [account]: ownDecision }
	});
	await copyOwnFiles(transaction, id, copiedVersion.workId);
	return copiedVersion.workId;
}

async function removeWorkAuthor(transaction: Database, id: string, account: string): Promise<void> {
	await transaction.delete(workAuthor).where(and(eq(workAuthor.workId, id), eq(workAuthor.accountId, account)));
	await transaction
		.update(version)
		.set({ decisions: sql`${version.decisions} - ${account}::text` })
		.where(and(eq(version.workId, id), sql`${version.decisions} ? ${account}`));
}
