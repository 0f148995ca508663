/** Removes own files of works that no stored version, hand-in or exhibit names. */
import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/db/index.ts';
import { rowsOf } from '#lib/server/db/result-rows.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';

/** Milliseconds between removals for one account: reading all its versions takes long, and the nightly job removes the files anyway. */
const FILE_REMOVAL_PAUSE_MILLISECONDS = 3_600_000;
const fileRemovalLimit = new BurstLimit(1, FILE_REMOVAL_PAUSE_MILLISECONDS);

/** Removes unreferenced files of an account that has no room left, at most once an hour. Resolves to whether any were removed. */
export async function freeUpQuotaSpace(database: Database, account: string): Promise<boolean> {
	return !fileRemovalLimit.isTooOften(account, Date.now()) && (await removeUnreferencedFiles(database, account)) > 0;
}

/**
 * Removes the unreferenced files of one account's works, or of all works, and subtracts their bytes from the sizes of the works.
 * Resolves to the number of works that had such files.
 */
export async function removeUnreferencedFiles(database: Database, account: string | null = null): Promise<number> {
	const result = await database.execute(sql`
		with holder as (
			select distinct work_id from work_file where ${account}::text is null or work_id in (
				select work_id from work_author where account_id = ${account}
			)
		), named as materialized (
			-- Of a copy, the browser has the history of the pair's work, too, and may go back in it.
			select holder.work_id, hash[1] as sha256 from holder
			join work on work.id = holder.work_id
			join version on version.work_id in (work.id, work.copy_of),
			regexp_matches(version.files::text, '\\m[0-9a-f]{64}\\M', 'g') as hash
			union
			select holder.work_id, hash[1] from holder
			join submission on submission.work_id = holder.work_id,
			regexp_matches(submission.files::text, '\\m[0-9a-f]{64}\\M', 'g') as hash
			union
			select holder.work_id, hash[1] from holder
			join exhibit on exhibit.work_id = holder.work_id,
			regexp_matches(exhibit.files::text, '\\m[0-9a-f]{64}\\M', 'g') as hash
		), gone as (
			delete from work_file as file using holder
			where holder.work_id = file.work_id
				and not exists (select 1 from named where named.work_id = file.work_id and named.sha256 = file.sha256)
			returning file.work_id, length(file.content) as bytes
		), freed as (
			select work_id, sum(bytes) as bytes from gone group by work_id
		)
		update work set bytes = work.bytes - freed.bytes from freed where work.id = freed.work_id returning work.id
	`);
	return rowsOf(result).length;
}
