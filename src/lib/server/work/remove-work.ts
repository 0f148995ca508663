import { sql, type SQL, and, desc, eq, inArray, isNotNull, notExists, or } from 'drizzle-orm';
import { rowsOf, type Database } from '#lib/server/db/database.ts';
import { submission, version, work, workAuthor } from '#lib/server/db/schema/index.ts';
import { estimateStoredBytes } from './quota.ts';

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

export async function removeExhibits(database: Database, condition: SQL): Promise<boolean> {
	const result = await database.execute(sql`
		with gone as (
			delete from exhibit where ${condition} returning work_id, bytes
		), freed as (
			select work_id, sum(bytes) as bytes from gone group by work_id
		)
		update work set bytes = work.bytes - freed.bytes from freed where work.id = freed.work_id returning work.id
	`);
	return rowsOf(result).length > 0;
}

/**
 * Removes the account's authorship and decisions. Another author keeps the work. What was handed in is kept as long as the
 * submission. Exhibits of the work that this account put on walls are taken off, and the work is removed from this account's
 * portfolios. Returns false when the account is not an author of the work.
 */
export async function removeWorkForAuthor(database: Database, account: string, id: string): Promise<boolean> {
	return database.transaction(async (transaction) => {
		await removeExhibits(
			transaction,
			sql`work_id = ${id} and membership_id in (select id from membership where account_id = ${account})`
		);
		// Lock the work in a statement of its own, so that the next statements see hand-ins and removals of authors that were still
		// running.
		await transaction.execute(sql`select id from work where id = ${id} for update`);
		const result = await transaction.execute(sql`
			with let_go as (
				delete from work_author where work_id = ${id} and account_id = ${account} returning work_id
			), shared as (
				select work_id from work_author where work_id = ${id} and account_id <> ${account}
			), forgotten as (
				update version set decisions = decisions - ${account}::text
				where work_id in (select work_id from let_go intersect select work_id from shared) and decisions ? ${account}
			), unbound as (
				-- Its author may begin an assignment anew; the other of a pair goes on with it.
				update progress set work_id = null from membership
				where progress.work_id in (select work_id from let_go) and membership.account_id = ${account}
					and membership.id = progress.membership_id and progress.with_member is null
			), unshown as (
				delete from portfolio_work using portfolio, membership
				where portfolio_work.work_id = ${id} and portfolio.id = portfolio_work.portfolio_id
					and membership.id = portfolio.membership_id and membership.account_id = ${account}
			)
			select work_id from let_go
		`);
		if (rowsOf(result).length === 0) return false;
		await deleteAbandonedWorks(transaction, [id]);
		return true;
	});
}
