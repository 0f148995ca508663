import { and, asc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import { ownFileHashesIn } from '#lib/domain/own-file/own-file.ts';
import type { Database } from '#lib/server/db/database.ts';
import { challengePackage, version, work, workAuthor } from '#lib/server/db/schema/index.ts';
import { ownFilesOfWorks } from '#lib/server/work/own-files.ts';
import { removeDecisionFromSteps } from '#lib/server/work/redact-version.ts';

export async function workDataOf(database: Database, author: string) {
	const works = await database
		.select({
			work,
			titles: challengePackage.titles,
			authors: sql<number>`(select count(*)::int from work_author as each where each.work_id = ${work.id})`
		})
		.from(workAuthor)
		.innerJoin(work, eq(work.id, workAuthor.workId))
		.leftJoin(challengePackage, sql`${challengePackage.hash} = ${work.challenge} ->> 'hash'`)
		.where(eq(workAuthor.accountId, author))
		.orderBy(asc(work.createdAt));
	const ids = works.map((row) => row.work.id);
	const versions = await database
		.select({ version })
		.from(version)
		.innerJoin(workAuthor, and(eq(workAuthor.workId, version.workId), eq(workAuthor.accountId, author)))
		.where(
			and(inArray(version.workId, ids), or(isNull(workAuthor.readsSince), gte(version.storedAt, workAuthor.readsSince)))
		)
		.orderBy(asc(version.savedAt));
	const files = await ownFilesOfWorks(database, ids);
	return works.map((row) => {
		const isShared = row.authors > 1;
		const ownVersions = versions.filter((one) => one.version.workId === row.work.id);
		return {
			...row.work,
			challengeTitle: row.titles,
			shared: isShared,
			versions: ownVersions.map((one) => versionFieldsForAuthor(one.version, author, isShared)),
			ownFiles: selectOwnFilesNamedIn(ownVersions, files.get(row.work.id) ?? {})
		};
	});
}

/**
 * Returns the own files that the given versions name. An author who joined a pair's work later does not get files that only
 * earlier versions name.
 */
function selectOwnFilesNamedIn(
	versions: { version: typeof version.$inferSelect }[],
	files: Record<string, string>
): Record<string, string> {
	const ownFileHashes = new Set(versions.flatMap((one) => ownFileHashesIn(one.version.files)));
	return Object.fromEntries(Object.entries(files).filter(([sha256]) => ownFileHashes.has(sha256)));
}

function versionFieldsForAuthor(row: typeof version.$inferSelect, author: string, isShared: boolean) {
	const { workId: _, decisions, steps, ...one } = row;
	return { ...one, steps: isShared ? removeDecisionFromSteps(steps) : steps, decision: decisions[author] ?? null };
}
