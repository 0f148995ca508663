/** Finds the problem that a published version came from. */
import { and, eq } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { publication } from '#lib/server/db/schema/index.ts';

/** Returns undefined for a version that is not published, or that did not come from a told problem. */
export async function findProblemIdOfPublished(database: Database, hash: string): Promise<string | undefined> {
	const [found] = await database
		.select({ problemId: publication.problemId })
		.from(publication)
		.where(and(eq(publication.hash, hash), eq(publication.state, 'published')));
	return found?.problemId ?? undefined;
}
