/** Finds the problem of an address and demands an action; absent and unreadable problems get the same answer. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import type { AccessAction, AccessRelation, Person } from '#lib/domain/access.ts';
import { isId } from '#lib/domain/identity.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { database, schema } from '#lib/server/db/index.ts';
import { type ProblemRow, isUnofferedStudentProblem, problemStateOfRow } from './problem-queries.ts';
import { isFreeToClaim, isListedProblem } from '#lib/domain/problem-state.ts';
import type { Database } from '#lib/server/db/database.ts';
import { isTeacherOfClass } from '#lib/server/classes/classes.ts';

export async function findRelationsToProblem(
	database: Database,
	row: ProblemRow,
	account: string
): Promise<AccessRelation[]> {
	const state = problemStateOfRow(row);
	if (isUnofferedStudentProblem(row)) {
		const isClassTeacher = row.classId !== null && (await isTeacherOfClass(database, row.classId, account));
		return isClassTeacher ? ['teaches'] : [];
	}
	const relations: AccessRelation[] = ['curated'];
	if (isListedProblem(state)) relations.push('listed');
	if (isFreeToClaim(state)) relations.push('free');
	if (state.kind === 'claimed' && state.by === account) relations.push('claims');
	if (row.offeredBy === account) relations.push('offers');
	return relations;
}

type ProblemAction = Exclude<
	Extract<AccessAction, `problem.${string}`>,
	'problem.tell' | 'problem.tell-in-class' | 'problem.follow' | 'problem.keep' | 'problem.list' | 'problem.invite'
>;

export async function demandProblemAccess(
	event: Pick<RequestEvent, 'locals' | 'params'>,
	action: ProblemAction
): Promise<{ person: Person; row: ProblemRow; relations: AccessRelation[] }> {
	const id = event.params['problem'] ?? '';
	const row = isId(id) ? await findProblemById(id) : undefined;
	const account = event.locals.person?.id;
	const relations = row && account !== undefined ? await findRelationsToProblem(database(), row, account) : [];
	const person = demandAccess(event, action, relations);
	if (!row) error(404);
	return { person, row, relations };
}

async function findProblemById(id: string): Promise<ProblemRow | undefined> {
	const [row] = await database().select().from(schema.problem).where(eq(schema.problem.id, id));
	return row;
}
