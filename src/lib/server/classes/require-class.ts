/** Finds the class of an address and demands an action; absent classes and other people's get the same answer. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { AccessAction, AccessRelation, Person } from '#lib/domain/access.ts';
import { demandAccess, findMembershipId } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { findClass, type SchoolClass, isTeacherOfClass } from './classes.ts';
import type { Database } from '#lib/server/db/database.ts';

export async function findRelationsToClass(
	database: Database,
	classId: string,
	account: string | undefined
): Promise<AccessRelation[]> {
	// Malformed ids, for example with a zero byte, are not sent to the database.
	if (account === undefined || !/^[\w-]{1,64}$/.test(classId)) return [];
	const relations: AccessRelation[] = [];
	if (await isTeacherOfClass(database, classId, account)) relations.push('teaches');
	if ((await findMembershipId(database, classId, account)) !== undefined) relations.push('member');
	return relations;
}

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
	if (!schoolClass) error(404);
	return { person, schoolClass };
}
