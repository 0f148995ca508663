/** The works of a person, with every version that is kept. */
import { asc, count, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { version, work, workAuthor } from '../db/schema/index.ts';

export async function worksOf(database: Database, author: string) {
	const works = await database
		.select({ work })
		.from(workAuthor)
		.innerJoin(work, eq(work.id, workAuthor.workId))
		.where(eq(workAuthor.accountId, author))
		.orderBy(asc(work.createdAt));
	const ids = works.map((row) => row.work.id);
	const versions = await database
		.select()
		.from(version)
		.where(inArray(version.workId, ids))
		.orderBy(asc(version.savedAt));
	return works.map((row) => ({
		...row.work,
		versions: versions.filter(({ workId }) => workId === row.work.id).map(({ workId: _, ...one }) => one)
	}));
}

/** Ids of works that nobody else made too. */
export async function worksOnlyOf(database: Database, author: string): Promise<string[]> {
	const mine = database.select({ id: workAuthor.workId }).from(workAuthor).where(eq(workAuthor.accountId, author));
	const rows = await database
		.select({ id: workAuthor.workId, authors: count() })
		.from(workAuthor)
		.where(inArray(workAuthor.workId, mine))
		.groupBy(workAuthor.workId);
	return rows.filter(({ authors }) => authors === 1).map(({ id }) => id);
}
