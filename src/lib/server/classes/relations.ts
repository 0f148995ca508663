/** Finds a person's relations to a class, for `demandAccess`. */
import type { AccessRelation } from '#lib/domain/access.ts';
import { findMembershipId } from '#lib/server/access/membership.ts';
import type { Database } from '#lib/server/db/database.ts';
import { isTeacherOfClass } from './classes.ts';

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
