/** Deletes the remains of works that all their authors have deleted. */
import { and, desc, eq, inArray, isNotNull, notExists, or, sql } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { submission, version, work, workAuthor } from '#lib/server/db/schema/index.ts';
import { estimateStoredBytes } from './limits.ts';

/**
 * Deletes works that have no author and no submission any more. Of works without an author that have submissions, only what was
 * handed in stays. Checks the works with these ids, or all works. Call this wherever a work loses an author or a submission.
 */
export async function deleteAbandonedWorks(database: Database, ids?: readonly string[]): Promise<void> {
	await database.transaction(async (transaction) => {
		const authors = transaction.select().from(workAuthor).where(eq(workAuthor.workId, work.id));
		const submissions = transaction.select().from(submission).where(eq(submission.workId, work.id));
		const abandonedWorks = await transaction
			.select({ id: work.id })
			.from(work)
			.where(and(ids && inArray(work.id, [...ids]), notExists(authors)));
		if (abandonedWorks.length === 0) return;
		const abandonedIds = abandonedWorks.map(({ id }) => id);
		await transaction.delete(work).where(and(inArray(work.id, abandonedIds), notExists(submissions)));
		await deleteVersionsNotHandedIn(transaction, abandonedIds);
	});
}

/**
 * Deletes the versions that were not handed in, and removes steps and decisions from the others: each submission has its own
 * copy, whose positions are deleted some time after the debate.
 */
async function deleteVersionsNotHandedIn(transaction: Database, ids: string[]): Promise<void> {
	const submissions = transaction.select().from(submission).where(eq(submission.versionId, version.id));
	const deletedVersions = await transaction
		.delete(version)
		.where(and(inArray(version.workId, ids), notExists(submissions)))
		.returning({ workId: version.workId });
	const changedVersions = await transaction
		.update(version)
		.set({ steps: null, decisions: {} })
		.where(and(inArray(version.workId, ids), or(isNotNull(version.steps), sql`${version.decisions} <> '{}'`)))
		.returning({ workId: version.workId });
	for (const id of new Set([...deletedVersions, ...changedVersions].map(({ workId }) => workId)))
		await correctHeadAndBytes(transaction, id);
}

async function correctHeadAndBytes(transaction: Database, id: string): Promise<void> {
	const versions = await transaction
		.select({ id: version.id, files: version.files, project: version.project })
		.from(version)
		.where(eq(version.workId, id))
		.orderBy(desc(version.storedAt));
	const [head] = versions;
	if (head === undefined) return;
	const versionBytes = versions.reduce((sum, content) => sum + estimateStoredBytes(content), 0);
	await transaction
		.update(work)
		.set({
			head: head.id,
			bytes: sql`${versionBytes}::bigint
				+ (select coalesce(sum(length(content)), 0) from work_file where work_id = ${id})
				+ (select coalesce(sum(bytes), 0) from exhibit where work_id = ${id})`
		})
		.where(eq(work.id, id));
}
