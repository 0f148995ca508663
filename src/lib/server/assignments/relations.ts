/** How a person stands to an assignment: what `demand` wants to know. Nobody, or no such assignment: no relation. */
import { and, eq } from 'drizzle-orm';
import type { Relation } from '../../domain/access.ts';
import { isAssignmentId, isFor, type Assignment } from '../../domain/assignment.ts';
import { teaches } from '../classes/classes.ts';
import type { Database } from '../db/database.ts';
import { membership, removedAssignment } from '../db/schema/index.ts';
import { findAssignment } from './read.ts';

/** A student of its class, whom it is for. */
export interface Member {
	id: string;
	pseudonym: string;
}

export interface Found {
	assignment: Assignment | undefined;
	relations: Relation[];
	/** Of the person who asks, if it is for them. */
	member: Member | undefined;
}

const NOTHING: Found = { assignment: undefined, relations: [], member: undefined };

/** Whether an assignment of the person's class was there once and its teacher removed it. */
export async function isRemoved(database: Database, id: string, account: string): Promise<boolean> {
	if (!isAssignmentId(id)) return false;
	const found = await database
		.select({ id: removedAssignment.assignmentId })
		.from(removedAssignment)
		.innerJoin(membership, eq(membership.classId, removedAssignment.classId))
		.where(and(eq(removedAssignment.assignmentId, id), eq(membership.accountId, account)));
	return found.length > 0;
}

export async function relationsToAssignment(
	database: Database,
	id: string,
	account: string | undefined
): Promise<Found> {
	if (account === undefined || !isAssignmentId(id)) return NOTHING;
	const assignment = await findAssignment(database, id);
	if (!assignment) return NOTHING;
	const relations: Relation[] = [];
	if (await teaches(database, assignment.classId, account)) relations.push('teaches');
	const [found] = await database
		.select({ id: membership.id, pseudonym: membership.pseudonym })
		.from(membership)
		.where(and(eq(membership.classId, assignment.classId), eq(membership.accountId, account)));
	const member = found && isFor(assignment, found.id) ? found : undefined;
	if (member) relations.push('member');
	return { assignment, relations, member };
}
