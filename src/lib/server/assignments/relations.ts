/** Finds a person's relations to an assignment, for `demandAccess`. */
import { and, eq } from 'drizzle-orm';
import type { AccessRelation } from '#lib/domain/access.ts';
import { isAssignedTo, type Assignment } from '#lib/domain/assignment.ts';
import { isId } from '#lib/domain/identity.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	assignment,
	challengePackage,
	classTeacher,
	membership,
	assignmentRemoval
} from '#lib/server/db/schema/index.ts';
import { assignmentFromRow, assignmentColumns, assignedPackageCondition } from './assignment-rows.ts';

/** The membership of a student to whom an assignment is given. */
export interface AssignedMember {
	id: string;
	pseudonym: string;
}

export interface AssignmentRelations {
	assignment: Assignment | undefined;
	relations: AccessRelation[];
	/** The asking person's membership, when the assignment is given to them. */
	member: AssignedMember | undefined;
	/** Whether the asking person is a student of the class, even when the assignment is not given to them. */
	isInClass: boolean;
}

const NO_RELATIONS: AssignmentRelations = { assignment: undefined, relations: [], member: undefined, isInClass: false };

/** Whether a teacher removed this assignment, which was given to a class of the person. */
export async function isRemovedAssignment(database: Database, id: string, account: string): Promise<boolean> {
	if (!isId(id)) return false;
	const removals = await database
		.select({ id: assignmentRemoval.assignmentId })
		.from(assignmentRemoval)
		.innerJoin(membership, eq(membership.classId, assignmentRemoval.classId))
		.where(and(eq(assignmentRemoval.assignmentId, id), eq(membership.accountId, account)));
	return removals.length > 0;
}

export async function findRelationsToAssignment(
	database: Database,
	id: string,
	account: string | undefined
): Promise<AssignmentRelations> {
	if (account === undefined || !isId(id)) return NO_RELATIONS;
	// A single query, because almost every request of a lesson begins with it.
	const [row] = await database
		.select({
			...assignmentColumns,
			teaches: classTeacher.accountId,
			member: membership.id,
			pseudonym: membership.pseudonym
		})
		.from(assignment)
		.leftJoin(challengePackage, assignedPackageCondition)
		.leftJoin(classTeacher, and(eq(classTeacher.classId, assignment.classId), eq(classTeacher.accountId, account)))
		.leftJoin(membership, and(eq(membership.classId, assignment.classId), eq(membership.accountId, account)))
		.where(eq(assignment.id, id));
	if (!row) return NO_RELATIONS;
	const { teaches, member: own, pseudonym } = row;
	const relatedAssignment = assignmentFromRow(row);
	const relations: AccessRelation[] = [];
	if (teaches !== null) relations.push('teaches');
	const isMember = own !== null && pseudonym !== null && isAssignedTo(relatedAssignment, own);
	if (isMember) relations.push('member');
	return {
		assignment: relatedAssignment,
		relations,
		member: isMember ? { id: own, pseudonym } : undefined,
		isInClass: own !== null
	};
}
