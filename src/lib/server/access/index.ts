import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import {
	isActionAllowed,
	ACCESS_RELATIONS,
	type AccessAction,
	type RoleOrVisitor,
	type PERMISSIONS,
	type AccessRelation,
	type Person
} from '#lib/domain/access.ts';
import { and, eq } from 'drizzle-orm';
import { isAssignedTo } from '#lib/domain/assignment.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, type assignment } from '#lib/server/db/schema/index.ts';

export async function findMembershipId(
	database: Database,
	classId: string,
	account: string
): Promise<string | undefined> {
	const [found] = await database
		.select({ id: membership.id })
		.from(membership)
		.where(and(eq(membership.classId, classId), eq(membership.accountId, account)));
	return found?.id;
}

/** Returns the account's membership in the assignment's class, or undefined when the assignment is not given to it. */
export async function findAssignedMembershipId(
	database: Database,
	{ classId, members }: Pick<typeof assignment.$inferSelect, 'classId' | 'members'>,
	account: string
): Promise<string | undefined> {
	const id = await findMembershipId(database, classId, account);
	return id !== undefined && isAssignedTo({ members }, id) ? id : undefined;
}

/** The person that a permission check returns: `Person | null` where a visitor may do the action too, else `Person`. */
type PermittedPerson<A extends AccessAction> = (typeof PERMISSIONS)[A] extends { visitor: unknown }
	? Person | null
	: Person;

/**
 * Returns the person who may do the action, else throws 401 (sign in first), 403 (never for this role) or 404 (only for others
 * of this role). When the requested thing does not exist, pass no relations, so that the answer is the same 404 as for other
 * people's things.
 */
export function demandAccess<A extends AccessAction>(
	event: Pick<RequestEvent, 'locals'>,
	action: A,
	relations: readonly AccessRelation[] = []
): PermittedPerson<A> {
	const { person, checkedActions } = event.locals;
	const actor: RoleOrVisitor = person?.role ?? 'visitor';
	checkedActions.add(action);
	if (!isActionAllowed(actor, action, relations)) {
		if (person === null) error(401, m.access_sign_in());
		if (!isActionAllowed(actor, action, ACCESS_RELATIONS)) error(403, m.access_refused());
		error(404, m.access_nothing());
	}
	return person as PermittedPerson<A>;
}
