import { error, type RequestEvent } from '@sveltejs/kit';
import { isActionAllowed, type AccessAction, type AccessRelation, type Person } from '#lib/domain/access.ts';
import { assignmentPhaseOf, type Assignment, isAssignedTo } from '#lib/domain/assignment.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { findClass, type SchoolClass } from '#lib/server/classes/classes.ts';
import { database } from '#lib/server/db/index.ts';
import type { PermissionCheck } from '#lib/server/http/api.ts';
import { and, eq } from 'drizzle-orm';
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

export interface AssignedMember {
	id: string;
	pseudonym: string;
}

export interface AssignmentRelations {
	assignment: Assignment | undefined;
	relations: AccessRelation[];
	member: AssignedMember | undefined;
	/** Whether the asking person is a student of the class, even when the assignment is not given to them. */
	isInClass: boolean;
}

const NO_RELATIONS: AssignmentRelations = { assignment: undefined, relations: [], member: undefined, isInClass: false };

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

type AssignmentAction = Extract<
	AccessAction,
	`${'assignment' | 'board' | 'submission' | 'review' | 'debate'}.${string}`
>;
type AssignmentRequestEvent = Pick<RequestEvent, 'locals' | 'params'>;

/** Absent assignments and those of other classes get the same 404. */
export async function demandAssignmentAccess(
	event: AssignmentRequestEvent,
	action: AssignmentAction
): Promise<{ person: Person; schoolClass: SchoolClass; assignment: Assignment }> {
	const { params, locals } = event;
	const { assignment, relations } = await findRelationsToAssignment(
		database(),
		params['assignment'] ?? '',
		locals.person?.id
	);
	const isOfClass = assignment?.classId === params['class'];
	const person = demandAccess(event, action, isOfClass ? relations.filter((relation) => relation === 'teaches') : []);
	const schoolClass = await findClass(database(), params['class'] ?? '');
	// Answer 404 when the class or the assignment was deleted after the permission check.
	if (!schoolClass || !assignment) error(404);
	return { person, schoolClass, assignment };
}

/** Whether the student is the `author` is not tested: every database statement selects only the student's own rows. */
export function permitAssignedStudent(
	action: AssignmentAction,
	now = new Date()
): PermissionCheck<
	{ assignment: Assignment; member: AssignedMember },
	'forbidden' | 'absent' | 'assignment-removed' | 'not-assigned'
> {
	return async (person, refuse, event) => {
		if (!isActionAllowed(person.role, action, ['member', 'author'])) return refuse('forbidden');
		const id = event.params['assignment'] ?? '';
		const { assignment, member, isInClass } = await findRelationsToAssignment(database(), id, person.id);
		if (!assignment && (await isRemovedAssignment(database(), id, person.id))) return refuse('assignment-removed');
		// Only the assignment's own page gets this reason: an older browser script that reads the other answers would not know the
		// reason.
		if (isInClass && !member && action === 'assignment.see') return refuse('not-assigned');
		if (!assignment || !member) return refuse('absent');
		demandAccess(event, action, ['member', 'author']);
		// Before the assignment opens, a student may only read when it will open.
		if (action !== 'assignment.see' && assignmentPhaseOf(assignment, now) === 'ahead') return refuse('absent');
		return { assignment, member };
	};
}
