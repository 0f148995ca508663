/** What every route asks before it reads or writes: may this person do that to this thing? */
import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { may, RELATIONS, type Action, type Actor, type PERMISSIONS, type Relation } from '../../domain/access.ts';
import type { Person } from '../../domain/person.ts';

/** For what a visitor may do too there may be nobody. */
type Asked<A extends Action> = (typeof PERMISSIONS)[A] extends { visitor: unknown } ? Person | null : Person;

/**
 * Returns who is at work, or throws: 401 when somebody signed in might, 403 when nobody in this role ever may, 404 when
 * others in this role may. So a thing that one may not know of answers as one that is not there does:
 * find the relations first, none when there is no such thing, and then demand.
 */
export function demand<A extends Action>(
	event: Pick<RequestEvent, 'locals'>,
	action: A,
	relations: readonly Relation[] = []
): Asked<A> {
	const { person, asked } = event.locals;
	const actor: Actor = person?.role ?? 'visitor';
	asked.add(action);
	if (!may(actor, action, relations)) {
		if (person === null) error(401, m.access_sign_in());
		if (!may(actor, action, RELATIONS)) error(403, m.access_refused());
		error(404, m.access_nothing());
	}
	return person as Asked<A>;
}
