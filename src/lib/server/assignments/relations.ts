/** How a person stands to an assignment: what `demand` wants to know. Nobody, or no such assignment: no relation. */
import { and, eq } from 'drizzle-orm';
import type { Relation } from '../../domain/access.ts';
import { isAssignmentId, isFor, type Assignment } from '../../domain/assignment.ts';
import { teaches } from '../classes/classes.ts';
import type { Database } from '../db/database.ts';
import { membership } from '../db/schema/index.ts';
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
