/** Remembers from which problem a folder was begun, for whoever has claimed the problem. */
import { and, eq, lt, notInArray } from 'drizzle-orm';
import type { Relation } from '#lib/domain/access.ts';
import { daysAfter } from '#lib/domain/school-class.ts';
import type { ProblemRow } from '#lib/server/contributions/problem-rows.ts';
import { relationsToProblem } from '#lib/server/contributions/relations.ts';
import type { Database } from '#lib/server/db/database.ts';
import { problem, problemFolder, showing, work } from '#lib/server/db/schema/index.ts';

/** The folder now belongs to this problem, whatever it belonged to before. The caller has asked whether this account may. */
export async function tieFolder(
	database: Database,
	{ account, workId, problemId }: { account: string; workId: string; problemId: string }
): Promise<void> {
	await database
		.insert(problemFolder)
		.values({ workId, accountId: account, problemId })
		.onConflictDoUpdate({ target: [problemFolder.workId, problemFolder.accountId], set: { problemId } });
}

/** Returns the problem that this account's folder was begun from, with how they stand to it by now; undefined without one. */
export async function problemOfFolder(
	database: Database,
	account: string,
	workId: string
): Promise<{ row: ProblemRow; relations: Relation[] } | undefined> {
	const [found] = await database
		.select({ row: problem })
		.from(problemFolder)
		.innerJoin(problem, eq(problem.id, problemFolder.problemId))
		.where(and(eq(problemFolder.workId, workId), eq(problemFolder.accountId, account)));
	return found && { row: found.row, relations: await relationsToProblem(database, found.row, account) };
}

/** Lists this account's folders that were begun from a problem, the oldest first. */
export async function foldersOfProblem(database: Database, account: string, problemId: string): Promise<string[]> {
	const rows = await database
		.select({ workId: problemFolder.workId })
		.from(problemFolder)
		.where(and(eq(problemFolder.problemId, problemId), eq(problemFolder.accountId, account)))
		.orderBy(problemFolder.createdAt);
	return rows.map(({ workId }) => workId);
}

/** Forgets folders that are deleted, or that never arrived, and what is still shown of them. */
export async function forgetLostFolders(database: Database, now: Date): Promise<void> {
	const past = daysAfter(now, -LOST_AFTER_DAYS);
	const works = database.select({ id: work.id }).from(work);
	await database
		.delete(problemFolder)
		.where(and(lt(problemFolder.createdAt, past), notInArray(problemFolder.workId, works)));
	await database.delete(showing).where(and(lt(showing.shownAt, past), notInArray(showing.workId, works)));
}
const LOST_AFTER_DAYS = 30;
