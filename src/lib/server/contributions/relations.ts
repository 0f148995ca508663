/** Finds a person's relations to a problem, for `demandAccess`. */
import type { AccessRelation } from '#lib/domain/access.ts';
import { isFreeToClaim, isListedProblem } from '#lib/domain/problem-state.ts';
import type { Database } from '#lib/server/db/database.ts';
import { isTeacherOfClass } from '#lib/server/classes/classes.ts';
import { isUnofferedStudentProblem, problemStateOfRow, type ProblemRow } from './problem-rows.ts';

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
