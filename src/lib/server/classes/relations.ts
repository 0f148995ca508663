/** Finds a person's relations to a class, for `demandAccess`. */
import { and, eq } from 'drizzle-orm';
import type { Relation } from '#lib/domain/access.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership } from '#lib/server/db/schema/index.ts';
import { isTeacherOf } from './classes.ts';

export async function findRelationsToClass(
	database: Database,
	classId: string,
	account: string | undefined
): Promise<Relation[]> {
	// Malformed ids, such as one with a zero byte, do not reach the database.
	if (account === undefined || !/^[\w-]{1,64}$/.test(classId)) return [];
	const relations: Relation[] = [];
	if (await isTeacherOf(database, classId, account)) relations.push('teaches');
	const [member] = await database
		.select({ id: membership.id })
		.from(membership)
		.where(and(eq(membership.classId, classId), eq(membership.accountId, account)));
	if (member) relations.push('member');
	return relations;
}
