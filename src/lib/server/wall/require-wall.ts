/** Finds the class in a wall's address and checks permission; absent and other people's classes get the same answer. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { isActionAllowed, type AccessAction, type Person } from '#lib/domain/access.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { findClass, type SchoolClass } from '#lib/server/classes/classes.ts';
import { findRelationsToClass } from '#lib/server/classes/require-class.ts';
import { database } from '#lib/server/db/index.ts';
import type { PermissionCheck } from '#lib/server/http/api.ts';

type WallAction = Extract<AccessAction, `wall.${string}`>;

export interface WallAccess {
	person: Person;
	schoolClass: SchoolClass;
	isTeacher: boolean;
}

export async function demandWallAccess(
	event: Pick<RequestEvent, 'locals' | 'params'>,
	action: WallAction
): Promise<WallAccess> {
	const relations = await findRelationsToClass(database(), event.params['class'] ?? '', event.locals.person?.id);
	const person = demandAccess(event, action, relations);
	return { person, schoolClass: await findClassOfWall(event), isTeacher: relations.includes('teaches') };
}

async function findClassOfWall({ params }: Pick<RequestEvent, 'params'>): Promise<SchoolClass> {
	// Throws 404 when the class was deleted after the permission check.
	return (await findClass(database(), params['class'] ?? '')) ?? error(404);
}

/** Returns a permission check for JSON requests about the wall of the class in the address; the check also finds the class. */
export const permitWallAction =
	(action: WallAction): PermissionCheck<Omit<WallAccess, 'person'>, 'forbidden' | 'absent'> =>
	async (person, refuse, event) => {
		const relations = await findRelationsToClass(database(), event.params['class'] ?? '', person.id);
		if (!isActionAllowed(person.role, action, ['member', 'teaches'])) return refuse('forbidden');
		if (!isActionAllowed(person.role, action, relations)) return refuse('absent');
		demandAccess(event, action, relations);
		return { schoolClass: await findClassOfWall(event), isTeacher: relations.includes('teaches') };
	};
