/** Finds the class of an address and demands an action; absent classes and other people's get the same answer. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { AccessAction, Person } from '#lib/domain/access.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { findClass, type SchoolClass } from './classes.ts';
import { findRelationsToClass } from './relations.ts';

type ClassAction = Exclude<
	Extract<AccessAction, `class.${string}` | 'membership.change' | 'level.validate' | 'assignment.create'>,
	'class.join' | 'class.hand-over'
>;

export async function demandClassAccess(
	event: Pick<RequestEvent, 'locals' | 'params'>,
	action: ClassAction
): Promise<{ person: Person; schoolClass: SchoolClass }> {
	const id = event.params['class'] ?? '';
	const person = demandAccess(event, action, await findRelationsToClass(database(), id, event.locals.person?.id));
	const schoolClass = await findClass(database(), id);
	// Answer 404 when the class was deleted after the permission check.
	if (!schoolClass) error(404);
	return { person, schoolClass };
}
