/** Remembers from which problem a folder was begun, for whoever has claimed the problem. */
import { and, eq, lt, notInArray } from 'drizzle-orm';
import type { Person } from '#lib/domain/person.ts';
import { may } from '#lib/domain/access.ts';
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

/** Returns the problem of a folder; undefined without one, and once this person's claim is over. */
export async function problemOfFolder(
	database: Database,
	person: Pick<Person, 'id' | 'role'>,
	workId: string
): Promise<ProblemRow | undefined> {
	const [found] = await database
		.select({ row: problem })
		.from(problemFolder)
		.innerJoin(problem, eq(problem.id, problemFolder.problemId))
		.where(and(eq(problemFolder.workId, workId), eq(problemFolder.accountId, person.id)));
	if (!found) return undefined;
	const relations = await relationsToProblem(database, found.row, person.id);
	return may(person.role, 'problem.show', relations) ? found.row : undefined;
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
