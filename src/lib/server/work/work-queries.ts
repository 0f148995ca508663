import { and, desc, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { ServerWorkSummary } from '#lib/wire/sync.ts';
import { isPairWork, WORK_FORMAT, type Version, type Work } from '#lib/domain/work.ts';
import { schema, type Database } from '#lib/server/db/index.ts';
import { rowsOf } from '#lib/server/db/database.ts';
import { redactOthersDecisions, type VersionReaderAccounts } from './redact-version.ts';

const { work, workAuthor, version } = schema;

const authorsColumn = sql<string[]>`(
	select json_agg(author.account_id order by author.account_id) from work_author as author where author.work_id = ${work.id}
)`;

export async function listWorks(database: Database, account: string): Promise<ServerWorkSummary[]> {
	return database
		.select({
			id: work.id,
			head: work.head,
			kind: work.kind,
			savedAt: version.savedAt,
			authors: authorsColumn,
			copyOf: work.copyOf
		})
		.from(workAuthor)
		.innerJoin(work, eq(work.id, workAuthor.workId))
		.innerJoin(version, eq(version.id, work.head))
		.where(eq(workAuthor.accountId, account))
		.orderBy(desc(version.savedAt));
}

const namedAuthorSchema = v.object({ account: v.string(), name: v.string() });

/** Returns, by account, the pseudonyms of this person's co-authors in a class that both belong to. */
export async function findCoauthorNames(database: Database, person: string): Promise<Record<string, string>> {
	const result = await database.execute(sql`
		select distinct on (theirs.account_id) theirs.account_id as account, theirs.pseudonym as name
		from membership as own join membership as theirs on theirs.class_id = own.class_id
		where own.account_id = ${person} and theirs.account_id <> ${person} and exists (
			select 1 from work_author as one join work_author as other on other.work_id = one.work_id
			where one.account_id = ${person} and other.account_id = theirs.account_id
		)
		order by theirs.account_id, theirs.joined_at desc
	`);
	return Object.fromEntries(
		rowsOf(result).map((row) => {
			const { account, name } = v.parse(namedAuthorSchema, row);
			return [account, name];
		})
	);
}

export interface VersionRange {
	/** Id of the version to begin with; the head when absent. */
	from?: string | undefined;
	/** Id of an older version at which to end; neither this version nor any older one is returned. */
	until?: string | null | undefined;
	mostVersions?: number;
}

export async function readWork(
	database: Database,
	reader: VersionReaderAccounts,
	id: string,
	versionRange: VersionRange = { mostVersions: 1 }
): Promise<{ work: Work; versions: Version[] } | undefined> {
	const [row] = await database
		.select({ work, authors: authorsColumn })
		.from(work)
		.innerJoin(workAuthor, and(eq(workAuthor.workId, work.id), eq(workAuthor.accountId, reader.account)))
		.where(eq(work.id, id));
	if (!row) return undefined;
	const { kind, challenge, language, createdAt, head } = row.work;
	return {
		work: { format: WORK_FORMAT, id, kind, challenge, language, authors: row.authors, createdAt, head },
		versions: await readVersionAncestry(
			database,
			reader,
			{ id, authors: row.authors },
			{ ...versionRange, from: versionRange.from ?? head }
		)
	};
}

const MOST_VERSIONS_SENT = 20;

/** Returns a version and its ancestors, newest first, back to the moment when the reader became an author. */
export async function readVersionAncestry(
	database: Database,
	reader: VersionReaderAccounts,
	{ id, authors }: Pick<Work, 'id' | 'authors'>,
	{ from = '', until = null, mostVersions: most = MOST_VERSIONS_SENT }: VersionRange
): Promise<Version[]> {
	const result = await database.execute(sql`
		with recursive readable as not materialized (
			select version.* from version join work_author on work_author.work_id = version.work_id
			where version.work_id = ${id} and account_id = ${reader.account}
				and (reads_since is null or version.stored_at >= reads_since)
		), chain as (
			select *, 1 as depth from readable where id = ${from}
			union all
			select readable.*, depth + 1 from readable join chain on readable.id = chain.parent
			where readable.id is distinct from ${until}::text and depth < ${Math.min(most, MOST_VERSIONS_SENT)}
		)
		select id, work_id as work, parent, saved_at as "savedAt", files, steps, decisions, project from chain order by depth
	`);
	// Make `savedAt` a number, because the two database engines return large numbers as different types.
	return rowsOf(result).flatMap(
		(row) => redactOthersDecisions(reader, { ...row, savedAt: Number(row['savedAt']) }, isPairWork({ authors })) ?? []
	);
}
