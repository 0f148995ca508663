import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { findParentsNotSent, type SyncRefusal, type SentWork } from '#lib/wire/sync.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Database } from '#lib/server/db/index.ts';
import {
	estimateStoredBytes,
	DEFAULT_ACCOUNT_STORAGE_LIMITS,
	type AccountStorageLimits,
	usedBytesOf
} from './quota.ts';
import { freeUpQuotaSpace } from './own-files.ts';
import { readVersionAncestry } from './work-queries.ts';
import { rowsOf } from '#lib/server/db/database.ts';

export type StoreWorkResult =
	/** `accountBytes`: bytes that the account keeps after this request. */
	| { kind: 'stored'; head: string; authors: string[]; accountBytes: number }
	| { kind: 'conflict'; head: string; versions: Version[] }
	| {
			kind: 'refused';
			reason: Extract<
				SyncRefusal,
				'absent' | 'parents' | 'malformed' | 'too-many-works' | 'account-full' | 'server-full'
			>;
	  };

const storeWorkRowSchema = v.object({
	verdict: v.picklist(['fine', 'absent', 'parents', 'malformed', 'too-many-works', 'account-full', 'server-full']),
	head: v.nullable(v.string()),
	authors: v.array(v.string()),
	account_bytes: v.pipe(v.union([v.number(), v.string()]), v.transform(Number))
});
type StoreWorkRow = v.InferOutput<typeof storeWorkRowSchema>;

export type SecondStudent = { pair: string; account: string };

/** Number of tries to store, because a concurrent request can cause a refusal that does not occur on the next try. */
const MOST_STORE_TRIES = 3;

/**
 * Stores versions in one statement, because a class saves every few seconds and each round trip counts. A repeated request
 * changes nothing. The head moves only from the version that the sender expected; otherwise the versions are kept beside the
 * head and the conflict is returned. Decisions of authors who are not at the sending machine stay as they are, since only their
 * author may change them.
 */
export async function storeWork(
	database: Database,
	account: string,
	sent: SentWork,
	beside: SecondStudent | null = null,
	limits: AccountStorageLimits = DEFAULT_ACCOUNT_STORAGE_LIMITS
): Promise<StoreWorkResult> {
	for (let attempt = 1; ; attempt++) {
		const {
			verdict,
			head,
			authors,
			account_bytes: accountBytes
		} = await tryToStoreWork(database, account, sent, beside, limits);
		if (verdict === 'fine' && head === sent.head) return { kind: 'stored', head, authors, accountBytes };
		if (verdict === 'fine' && head !== null) {
			const reader = { account, besideAccount: beside?.account };
			const versionRange = { from: head, until: sent.expected };
			const versions = await readVersionAncestry(database, reader, { id: sent.work.id, authors }, versionRange);
			return { kind: 'conflict', head, versions };
		}
		if (verdict === 'account-full' && attempt === 1 && (await freeUpQuotaSpace(database, account))) continue;
		const isSettled = verdict !== 'fine' && verdict !== 'parents';
		if (isSettled || attempt === MOST_STORE_TRIES)
			return { kind: 'refused', reason: verdict === 'fine' ? 'absent' : verdict };
	}
}

async function tryToStoreWork(
	database: Database,
	account: string,
	{ work, versions, head, expected }: SentWork,
	beside: SecondStudent | null,
	limits: AccountStorageLimits
): Promise<StoreWorkRow> {
	const rows = versions.map((version) => ({ ...version, bytes: estimateStoredBytes(version) }));
	const challenge = work.challenge === null ? null : JSON.stringify(work.challenge);
	const result = await database.execute(sql`
		with sent as materialized (
			select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id text, parent text, "savedAt" bigint,
				files jsonb, steps jsonb, decision jsonb, others jsonb, project jsonb, bytes integer)
		), beside as (
			select second.account_id as account from pair
			join membership as first on first.id = pair.first_member
			join membership as second on second.id = pair.second_member
			where pair.id = ${beside?.pair ?? null}::text and first.account_id = ${account}
				and second.account_id = ${beside?.account ?? null}::text
				and second.account_id in (select jsonb_array_elements_text(${JSON.stringify(work.authors ?? [])}::jsonb))
		), existing as (
			select head, exists (
				select 1 from work_author where work_id = work.id and account_id = ${account}
			) as mine from work where id = ${work.id}
		), fresh as (
			select coalesce(sum(bytes), 0)::bigint as bytes from sent where not exists (select 1 from version where id = sent.id)
		), usage as (
			select count(*) as works, ${usedBytesOf(account)} as bytes from work_author where account_id = ${account}
		), checked as (
			select case
				when exists (select 1 from existing where not mine) then 'absent'
				when ${expected}::text is not null and not exists (select 1 from existing) then 'absent'
				when exists (
					select 1 from jsonb_array_elements_text(${JSON.stringify(findParentsNotSent(versions))}::jsonb) as parent(id)
					where not exists (select 1 from version where version.id = parent.id and work_id = ${work.id})
				) then 'parents'
				when not exists (select 1 from sent where id = ${head})
					and not exists (select 1 from version where id = ${head} and work_id = ${work.id}) then 'parents'
				when exists (select 1 from version join sent on sent.id = version.id where version.work_id <> ${work.id})
					then 'malformed'
				when not exists (select 1 from existing) and (select works from usage) >= ${limits.works} then 'too-many-works'
				when (select bytes from usage) + (select bytes from fresh) > ${limits.bytes} then 'account-full'
				when ${limits.isFull}::boolean and (select bytes from fresh) > 0 then 'server-full'
				else 'fine' end as verdict
		), made as (
			insert into work (id, format, kind, challenge, language, created_at, head, bytes)
			select ${work.id}, 1, ${work.kind}, ${challenge}::jsonb, ${work.language}, ${work.createdAt}::bigint, ${head}, fresh.bytes
			from fresh, checked where verdict = 'fine' and not exists (select 1 from existing)
			on conflict do nothing returning id, head
		), authored as (
			insert into work_author (work_id, account_id, reads_since)
			select ${work.id}, ${account}, null::timestamptz from made
			union all
			select ${work.id}, account, now() from beside, checked
			where verdict = 'fine' and (exists (select 1 from existing) or exists (select 1 from made))
			on conflict do nothing returning account_id
		), decided as (
			select coalesce((select decisions from version join existing on existing.head = version.id), '{}') as decisions
		), stored as (
			insert into version (id, work_id, parent, saved_at, files, steps, decisions, project)
			select id, ${work.id}, parent, "savedAt", files, steps,
				(decided.decisions - ${account}::text)
					|| case when jsonb_typeof(decision) = 'object' then jsonb_build_object(${account}::text, decision) else '{}' end
					|| coalesce((select jsonb_build_object(account, others -> account) from beside where others ? account), '{}'),
				nullif(project, 'null')
			from sent, checked, decided
			where verdict = 'fine' and (exists (select 1 from existing) or exists (select 1 from made))
			on conflict do nothing
		), recalled as (
			update version set decisions = decided.decisions || (
				select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(version.decisions)
				where key = ${account} or key in (select account from beside)
			)
			from decided
			where id = ${head} and work_id = ${work.id} and (select verdict from checked) = 'fine'
				and decided.decisions - ${account}::text <> '{}'
		), moved as (
			update work set head = case when head = ${expected} then ${head} else head end,
				bytes = work.bytes + (select bytes from fresh)
			where id = ${work.id} and exists (select 1 from existing) and (select verdict from checked) = 'fine'
			returning head
		)
		select verdict, coalesce((select head from made), (select head from moved)) as head, (
			select coalesce(json_agg(account_id order by account_id), '[]') from (
				select account_id from work_author where work_id = ${work.id} union select account_id from authored
			) as author
		) as authors, (select bytes from usage) + (select bytes from fresh) as account_bytes
		from checked
	`);
	return v.parse(storeWorkRowSchema, rowsOf(result)[0]);
}
