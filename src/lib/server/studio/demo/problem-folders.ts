import { and, eq, lt, notInArray } from 'drizzle-orm';
import { type AccessRelation, isActionAllowed, type AccessAction } from '#lib/domain/access.ts';
import { addDays } from '#lib/domain/school-class.ts';
import type { ProblemRow } from '#lib/server/contributions/problem-queries.ts';
import { findRelationsToProblem } from '#lib/server/contributions/require-problem.ts';
import type { Database } from '#lib/server/db/database.ts';
import { problem, problemFolder, demo, work } from '#lib/server/db/schema/index.ts';
import { isId } from '#lib/domain/identity.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import type { ApiRequestEvent, PermissionCheck } from '#lib/server/http/api.ts';

type ProblemPermissionCheck = PermissionCheck<{ row: ProblemRow }, 'forbidden' | 'absent'>;
type Person = Parameters<ProblemPermissionCheck>[0];

/**
 * Finds the problem that a request is about, and the person's relations to it; undefined when the person may not learn that the
 * problem exists.
 */
type ProblemFinder = (
	person: Person,
	event: ApiRequestEvent
) => Promise<{ row: ProblemRow; relations: AccessRelation[] } | undefined>;

const permitOnFoundProblem =
	(action: AccessAction, find: ProblemFinder): ProblemPermissionCheck =>
	async (person, refuse, event) => {
		if (!isActionAllowed(person.role, action, ['claims'])) return refuse('forbidden');
		const foundProblem = await find(person, event);
		if (!foundProblem || !isActionAllowed(person.role, action, foundProblem.relations)) return refuse('absent');
		demandAccess(event, action, foundProblem.relations);
		return { row: foundProblem.row };
	};

export const permitClaimedProblem = (action: AccessAction): ProblemPermissionCheck =>
	permitOnFoundProblem(action, async (person, event) => {
		const id = event.params['problem'];
		const [row] = isId(id) ? await database().select().from(problem).where(eq(problem.id, id)) : [];
		return row && { row, relations: await findRelationsToProblem(database(), row, person.id) };
	});

export const permitProblemFolder = (action: AccessAction): ProblemPermissionCheck =>
	permitOnFoundProblem(action, async (person, event) => {
		const work = event.params['work'];
		return isId(work) ? problemOfFolder(database(), person.id, work) : undefined;
	});

/** Replaces any earlier tie. The caller must have checked that the account has claimed the problem. */
export async function tieFolderToProblem(
	database: Database,
	{ account, workId, problemId }: { account: string; workId: string; problemId: string }
): Promise<void> {
	await database
		.insert(problemFolder)
		.values({ workId, accountId: account, problemId })
		.onConflictDoUpdate({ target: [problemFolder.workId, problemFolder.accountId], set: { problemId } });
}

/** With the account's present relations to the problem; undefined when the folder was begun from none. */
export async function problemOfFolder(
	database: Database,
	account: string,
	workId: string
): Promise<{ row: ProblemRow; relations: AccessRelation[] } | undefined> {
	const [found] = await database
		.select({ row: problem })
		.from(problemFolder)
		.innerJoin(problem, eq(problem.id, problemFolder.problemId))
		.where(and(eq(problemFolder.workId, workId), eq(problemFolder.accountId, account)));
	return found && { row: found.row, relations: await findRelationsToProblem(database, found.row, account) };
}

export async function foldersOfProblem(database: Database, account: string, problemId: string): Promise<string[]> {
	const rows = await database
		.select({ workId: problemFolder.workId })
		.from(problemFolder)
		.where(and(eq(problemFolder.problemId, problemId), eq(problemFolder.accountId, account)))
		.orderBy(problemFolder.createdAt);
	return rows.map(({ workId }) => workId);
}

/** Deletes the ties and shown versions of folders that were deleted, or that never reached the server. */
export async function deleteTiesOfLostFolders(database: Database, now: Date): Promise<void> {
	const lostBefore = addDays(now, -FOLDER_LOST_AFTER_DAYS);
	const storedWorkIds = database.select({ id: work.id }).from(work);
	await database
		.delete(problemFolder)
		.where(and(lt(problemFolder.createdAt, lostBefore), notInArray(problemFolder.workId, storedWorkIds)));
	await database.delete(demo).where(and(lt(demo.shownAt, lostBefore), notInArray(demo.workId, storedWorkIds)));
}
const FOLDER_LOST_AFTER_DAYS = 30;
