import { and, count, desc, eq, gt, inArray } from 'drizzle-orm';
import { newId } from '#lib/domain/identity.ts';
import { addDays } from '#lib/domain/school-class.ts';
import { createLinkToken, hashLinkToken } from '#lib/server/auth/one-time-link.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, problemInvitation, schoolClass } from '#lib/server/db/schema/index.ts';

export const PROBLEM_INVITATION_DAYS = 60;
const MOST_OPEN_PROBLEM_INVITATIONS = 20;
/** Roles that may invite. An invitation ends when its maker no longer has one of these roles. */
const INVITING_ROLES = ['teacher', 'curator'] as const;

/** Only the token's hash is stored. Undefined when the teacher has too many open invitations. */
export async function createProblemInvitation(
	database: Database,
	{ by, classId }: { by: string; classId: string | null },
	now: Date
): Promise<string | undefined> {
	const [open] = await database
		.select({ links: count() })
		.from(problemInvitation)
		.where(and(eq(problemInvitation.createdBy, by), gt(problemInvitation.expiresAt, now)));
	if ((open?.links ?? 0) >= MOST_OPEN_PROBLEM_INVITATIONS) return undefined;
	const token = createLinkToken();
	await database.insert(problemInvitation).values({
		id: newId(),
		tokenHash: hashLinkToken(token),
		createdBy: by,
		classId,
		createdAt: now,
		expiresAt: addDays(now, PROBLEM_INVITATION_DAYS)
	});
	return token;
}

export interface ProblemInvitation {
	createdBy: string;
	name: string;
	className: string | null;
}

export async function findProblemInvitation(
	database: Database,
	token: string,
	now: Date
): Promise<ProblemInvitation | undefined> {
	const [found] = await database
		.select({ createdBy: problemInvitation.createdBy, name: account.name, className: schoolClass.name })
		.from(problemInvitation)
		.innerJoin(account, eq(account.id, problemInvitation.createdBy))
		.leftJoin(schoolClass, eq(schoolClass.id, problemInvitation.classId))
		.where(
			and(
				eq(problemInvitation.tokenHash, hashLinkToken(token)),
				gt(problemInvitation.expiresAt, now),
				inArray(account.role, INVITING_ROLES)
			)
		);
	return found;
}

export async function listProblemInvitations(database: Database, by: string, now: Date) {
	return database
		.select({
			id: problemInvitation.id,
			className: schoolClass.name,
			createdAt: problemInvitation.createdAt,
			expiresAt: problemInvitation.expiresAt
		})
		.from(problemInvitation)
		.leftJoin(schoolClass, eq(schoolClass.id, problemInvitation.classId))
		.where(and(eq(problemInvitation.createdBy, by), gt(problemInvitation.expiresAt, now)))
		.orderBy(desc(problemInvitation.createdAt));
}

export async function endProblemInvitation(database: Database, by: string, id: string): Promise<boolean> {
	const deletedRows = await database
		.delete(problemInvitation)
		.where(and(eq(problemInvitation.id, id), eq(problemInvitation.createdBy, by)))
		.returning({ id: problemInvitation.id });
	return deletedRows.length > 0;
}
