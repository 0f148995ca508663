/** Checks a person's permission before a route reads or writes anything. */
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
