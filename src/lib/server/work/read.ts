/** What the server keeps of someone's work. Whoever is not its author finds nothing, as if it were not there. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { ServerSummary } from '../../domain/sync.ts';
import { WORK_FORMAT, type Version, type Work } from '../../domain/work.ts';
import { parseVersion } from '../../domain/work-parse.ts';
import { schema, type Database } from '../db/index.ts';
import { rowsOf } from '../db/migrate.ts';

const { work, workAuthor, version } = schema;

/** Newest first. */
export async function listWorks(database: Database, account: string): Promise<ServerSummary[]> {
	return database
		.select({ id: work.id, head: work.head, kind: work.kind, savedAt: version.savedAt })
		.from(workAuthor)
		.innerJoin(work, eq(work.id, workAuthor.workId))
		.innerJoin(version, eq(version.id, work.head))
		.where(eq(workAuthor.accountId, account))
		.orderBy(desc(version.savedAt));
}

export interface Stretch {
	/** Where it begins; the head when absent. */
	from?: string | undefined;
	/** Where it ends, itself left out. */
	until?: string | null | undefined;
	/** One is the version that opens alone. */
	most?: number;
}

export async function readWork(
	database: Database,
	account: string,
	id: string,
	stretch: Stretch = { most: 1 }
): Promise<{ work: Work; versions: Version[] } | undefined> {
	const [row] = await database
		.select()
		.from(work)
		.innerJoin(workAuthor, and(eq(workAuthor.workId, work.id), eq(workAuthor.accountId, account)))
		.where(eq(work.id, id));
	if (!row) return undefined;
	const { kind, challenge, language, createdAt, head } = row.work;
	return {
		work: { format: WORK_FORMAT, id, kind, challenge, language, authors: [], createdAt, head },
		versions: await chain(database, id, { ...stretch, from: stretch.from ?? head })
	};
}

const MOST = 20;

/** A version, its parent, and so on: newest first. */
export async function chain(
	database: Database,
	id: string,
	{ from = '', until = null, most = MOST }: Stretch
): Promise<Version[]> {
	const result = await database.execute(sql`
		with recursive chain as (
			select *, 1 as depth from version where id = ${from} and work_id = ${id}
			union all
			select version.*, depth + 1 from version join chain on version.id = chain.parent
			where version.work_id = ${id} and version.id is distinct from ${until}::text and depth < ${Math.min(most, MOST)}
		)
		select id, work_id as work, parent, saved_at as "savedAt", files, steps, decision, project from chain order by depth
	`);
	// The two engines give large numbers in different types.
	return rowsOf(result).flatMap((row) => parseVersion({ ...row, savedAt: Number(row['savedAt']) }) ?? []);
}
