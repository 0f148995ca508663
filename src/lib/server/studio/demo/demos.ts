import { and, eq, notInArray, type SQL } from 'drizzle-orm';
import { parseShownVersion, type ShownVersion } from '#lib/domain/demo.ts';
import { actOnProblem } from '#lib/server/contributions/act-on-problem.ts';
import { problemStateOfRow, type ProblemRow } from '#lib/server/contributions/problem-queries.ts';
import type { Database } from '#lib/server/db/database.ts';
import { factAnswer, problem, demo } from '#lib/server/db/schema/index.ts';

interface NewDemo {
	problemId: string;
	account: string;
	workId: string;
	hash: string;
	version: ShownVersion;
	program: string;
}

/**
 * Replaces the version shown before, and deletes answers about facts that this folder no longer has. Showing
 * counts as a message to the contributor.
 */
export async function showVersionToContributor(
	database: Database,
	given: NewDemo,
	now: Date
): Promise<'shown' | 'changed'> {
	const { problemId, account, workId, hash, version, program } = given;
	return database.transaction(async (transaction) => {
		// Check the claim again: compiling took a while, and another teacher may have claimed the problem since.
		const [held] = await transaction.select().from(problem).where(eq(problem.id, problemId)).for('update');
		const problemState = held && problemStateOfRow(held);
		if (problemState?.kind !== 'claimed' || problemState.by !== account) return 'changed';
		await actOnProblem(transaction, problemId, { act: { kind: 'ask' }, by: account }, now);
		const row = { accountId: account, workId, hash, version, program, shownAt: now };
		await transaction
			.insert(demo)
			.values({ problemId, ...row })
			.onConflictDoUpdate({ target: demo.problemId, set: row });
		const facts = version.facts.map(({ id }) => id);
		await transaction
			.delete(factAnswer)
			.where(
				and(eq(factAnswer.problemId, problemId), eq(factAnswer.workId, workId), notInArray(factAnswer.fact, facts))
			);
		return 'shown';
	});
}

/** Stops showing this folder's version to the contributor; the contributor's answers stay. */
export async function endDemo(database: Database, problemId: string, workId: string): Promise<void> {
	await database.delete(demo).where(and(eq(demo.problemId, problemId), eq(demo.workId, workId)));
}

export interface Demo {
	workId: string;
	hash: string;
	version: ShownVersion;
	shownAt: Date;
}

/**
 * Returns the shown version, as long as its maker has claimed the problem. For a student's problem there is none, because a
 * student has no page to see a shown version. The program, by far the largest part, is left out and read by `findShownProgram`.
 */
export async function findDemo(database: Database, row: ProblemRow): Promise<Demo | undefined> {
	const shownCondition = shownVersionCondition(row);
	if (shownCondition === undefined) return undefined;
	const { workId, hash, version: stored, shownAt } = demo;
	const [found] = await database.select({ workId, hash, version: stored, shownAt }).from(demo).where(shownCondition);
	const version = parseShownVersion(found?.version);
	return found && version && { ...found, version };
}

/** Returns the compiled program of the version with this hash; undefined once another version is shown. */
export async function findShownProgram(database: Database, row: ProblemRow, hash: string): Promise<string | undefined> {
	const shownCondition = shownVersionCondition(row);
	if (shownCondition === undefined) return undefined;
	const [found] = await database
		.select({ program: demo.program })
		.from(demo)
		.where(and(shownCondition, eq(demo.hash, hash)));
	return found?.program;
}

/** Returns the SQL condition that selects the version that the contributor of this problem sees; undefined when they see none. */
function shownVersionCondition(row: ProblemRow): SQL | undefined {
	const state = problemStateOfRow(row);
	if (state.kind !== 'claimed' || row.source === 'student') return undefined;
	return and(eq(demo.problemId, row.id), eq(demo.accountId, state.by));
}
