import { inArray, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { OWN_FILE_LIMITS } from '#lib/domain/own-file/own-file.ts';
import type { SyncRefusal } from '#lib/wire/sync.ts';
import type { Database } from '#lib/server/db/index.ts';
import { workFile } from '#lib/server/db/schema/index.ts';
import { rowsOf } from '#lib/server/db/database.ts';
import { DEFAULT_ACCOUNT_STORAGE_LIMITS, type AccountStorageLimits, usedBytesOf } from './quota.ts';
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

/** Largest number of own files of a work, including files that only earlier versions name. */
const MOST_OWN_FILES_PER_WORK = OWN_FILE_LIMITS.files * 5;

export type StoreOwnFileResult =
	| { kind: 'kept'; accountBytes: number }
	| { kind: 'refused'; reason: Extract<SyncRefusal, 'absent' | 'too-large' | 'account-full' | 'server-full'> };

const storeFileRowSchema = v.object({
	verdict: v.picklist(['fine', 'absent', 'too-large', 'account-full', 'server-full']),
	account_bytes: v.pipe(v.union([v.number(), v.string()]), v.transform(Number))
});

export interface OwnFileToStore {
	workId: string;
	sha256: string;
	/** The file's bytes in base64. The quota counts the base64 text, because that is stored. */
	content: string;
}

/**
 * Stores an own file of a work. A repeated request changes nothing and counts no bytes. Requests of one person run in turn, so
 * that each file is counted before the next is checked.
 */
export function storeOwnFile(
	database: Database,
	account: string,
	file: OwnFileToStore,
	limits: AccountStorageLimits = DEFAULT_ACCOUNT_STORAGE_LIMITS
): Promise<StoreOwnFileResult> {
	return database.transaction(async (transaction) => {
		// Lock in a statement of its own, because a statement that waits for a lock goes on with the data that it saw before. This
		// kind of lock does not block writing rows of other tables that refer to the account.
		await transaction.execute(sql`select id from account where id = ${account} for no key update`);
		const result = await tryToStoreOwnFile(transaction, account, file, limits);
		const isFull = result.kind === 'refused' && result.reason !== 'absent';
		if (!isFull || !(await freeUpQuotaSpace(transaction, account))) return result;
		return tryToStoreOwnFile(transaction, account, file, limits);
	});
}

async function tryToStoreOwnFile(
	transaction: Database,
	account: string,
	{ workId, sha256, content }: OwnFileToStore,
	limits: AccountStorageLimits
): Promise<StoreOwnFileResult> {
	const result = await transaction.execute(sql`
		with fresh as (
			select case when exists (select 1 from work_file where work_id = ${workId} and sha256 = ${sha256})
				then 0 else ${content.length}::bigint end as bytes
		), usage as (
			select ${usedBytesOf(account)} as bytes
		), checked as (
			select case
				when not exists (select 1 from work_author where work_id = ${workId} and account_id = ${account}) then 'absent'
				when (select bytes from fresh) > 0
					and (select count(*) from work_file where work_id = ${workId}) >= ${MOST_OWN_FILES_PER_WORK} then 'too-large'
				when (select bytes from fresh) > 0
					and (select bytes from usage) + (select bytes from fresh) > ${limits.bytes} then 'account-full'
				when ${limits.isFull}::boolean and (select bytes from fresh) > 0 then 'server-full'
				else 'fine' end as verdict
		), stored as (
			insert into work_file (work_id, sha256, content)
			select ${workId}, ${sha256}, ${content} from checked where verdict = 'fine'
			on conflict do nothing returning content
		), counted as (
			update work set bytes = bytes + ${content.length}::bigint where id = ${workId} and exists (select 1 from stored)
		)
		select verdict, (select bytes from usage) + (select bytes from fresh) as account_bytes from checked
	`);
	const { verdict, account_bytes: accountBytes } = v.parse(storeFileRowSchema, rowsOf(result)[0]);
	return verdict === 'fine' ? { kind: 'kept', accountBytes } : { kind: 'refused', reason: verdict };
}

const fileContentRowSchema = v.object({ content: v.string() });

/** Resolves to a file's content as base64; undefined for a person who is not an author of the work. */
export async function readOwnFile(
	database: Database,
	account: string,
	workId: string,
	sha256: string
): Promise<string | undefined> {
	const result = await database.execute(sql`
		select content from work_file join work_author using (work_id)
		where work_id = ${workId} and sha256 = ${sha256} and account_id = ${account}
	`);
	const [row] = rowsOf(result);
	return row === undefined ? undefined : v.parse(fileContentRowSchema, row).content;
}

/** Copies the files that the copied versions name, and adds their bytes to the copy's size. */
export async function copyOwnFiles(database: Database, fromWork: string, to: string): Promise<void> {
	await database.execute(sql`
		with copied as (
			insert into work_file (work_id, sha256, content)
			select ${to}, sha256, content from work_file where work_id = ${fromWork} and exists (
				select 1 from version where version.work_id = ${to} and position(work_file.sha256 in version.files::text) > 0
			)
			returning content
		)
		update work set bytes = bytes + (select coalesce(sum(length(content)), 0) from copied) where id = ${to}
	`);
}

/** Resolves to a map from each work's id to its own files, in base64 by hash. */
export async function ownFilesOfWorks(
	database: Database,
	works: string[]
): Promise<Map<string, Record<string, string>>> {
	const rows = await database.select().from(workFile).where(inArray(workFile.workId, works));
	const files = new Map<string, Record<string, string>>();
	for (const { workId, sha256, content } of rows) files.set(workId, { ...files.get(workId), [sha256]: content });
	return files;
}
