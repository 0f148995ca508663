/** What a one-time link holds, and which link can be used. Only a hash is kept: whoever reads the database cannot use it. */
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { account, classTeacher, invitation } from '../db/schema/index.ts';

export const newToken = (): string => randomBytes(24).toString('hex');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Who made the link might make it now. A link is worth what its maker is: a curator for a role or a password, who teaches the class for
 * teaching it. The mail of a forgotten password alone has no maker.
 */
const isOfSomeoneWhoMay: SQL = sql`(
	(${invitation.purpose} = 'reset' and ${invitation.createdBy} is null)
	or (${invitation.purpose} <> 'teach' and exists (
		select 1 from ${account} where ${account.id} = ${invitation.createdBy} and ${account.role} = 'curator'
	))
	or (${invitation.purpose} = 'teach' and exists (
		select 1 from ${account} join ${classTeacher} on ${classTeacher.accountId} = ${account.id}
		where ${account.id} = ${invitation.createdBy} and ${account.role} in ('teacher', 'curator')
			and ${classTeacher.classId} = ${invitation.classId}
	))
)`;

/** Not used yet, not over, and its maker still may. */
export const isOpen = (now = new Date()): SQL | undefined =>
	and(isNull(invitation.usedAt), gt(invitation.expiresAt, now), isOfSomeoneWhoMay);

/** The one that this token opens, for this purpose, now. */
export const opens = (
	token: string,
	purpose: typeof invitation.$inferSelect.purpose,
	now = new Date()
): SQL | undefined => and(eq(invitation.tokenHash, hashOf(token)), eq(invitation.purpose, purpose), isOpen(now));

/** Ends what `maker` made and nobody used, in one class or everywhere, so that it does not come back with a role that is given again. */
export async function endLinksOf(database: Database, maker: string, classId?: string): Promise<void> {
	await database
		.delete(invitation)
		.where(
			and(
				eq(invitation.createdBy, maker),
				isNull(invitation.usedAt),
				classId === undefined ? undefined : eq(invitation.classId, classId)
			)
		);
}
