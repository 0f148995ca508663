import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { StudentAssignmentState } from '#lib/domain/assignment.ts';
import type { BilingualText } from '#lib/domain/rubric.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, membership } from '#lib/server/db/schema/index.ts';
import { listAssignmentResultsOfClass } from '#lib/server/export/results.ts';

export interface StudentAwaitingDeletion {
	membership: string;
	pseudonym: string;
	deletionAt: Date;
	works: { title: BilingualText; state: StudentAssignmentState }[];
}

export async function listStudentsAwaitingDeletion(
	database: Database,
	classId: string,
	memberId?: string
): Promise<StudentAwaitingDeletion[]> {
	const leavingMembers = await database
		.select({ membership: membership.id, pseudonym: membership.pseudonym, deletionAt: account.deletionAt })
		.from(membership)
		.innerJoin(account, eq(account.id, membership.accountId))
		.where(
			and(
				eq(membership.classId, classId),
				isNotNull(account.deletionAt),
				memberId === undefined ? undefined : eq(membership.id, memberId)
			)
		)
		.orderBy(asc(membership.pseudonymKey));
	const departures: StudentAwaitingDeletion[] = [];
	for (const { deletionAt, ...one } of leavingMembers) {
		if (deletionAt === null) continue;
		const results = await listAssignmentResultsOfClass(database, classId, one.membership);
		const works = results.flatMap(({ title, results: [own] }) => (own?.handedIn ? [{ title, state: own.state }] : []));
		departures.push({ ...one, deletionAt, works });
	}
	return departures;
}
