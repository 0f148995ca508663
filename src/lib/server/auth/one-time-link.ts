import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { account, classTeacher, invitation } from '#lib/server/db/schema/index.ts';

export const createLinkToken = (): string => randomBytes(24).toString('hex');

const LINK_TOKEN_PATTERN = /^[0-9a-f]{48}$/;
export const isLinkToken = (text: string): boolean => LINK_TOKEN_PATTERN.test(text);

export const hashLinkToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Tests that the maker of the link may still make it: a curator for a role or a password, a teacher of the class for teaching
 * it. Only a link that is mailed for a forgotten password has no maker.
 */
const linkMakerPermittedCondition: SQL = sql`(
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

export const anyOpenLinkCondition = (now = new Date()): SQL | undefined =>
	and(isNull(invitation.usedAt), gt(invitation.expiresAt, now), linkMakerPermittedCondition);

export const openLinkCondition = (
	token: string,
	purpose: typeof invitation.$inferSelect.purpose,
	now = new Date()
): SQL | undefined =>
	and(eq(invitation.tokenHash, hashLinkToken(token)), eq(invitation.purpose, purpose), anyOpenLinkCondition(now));

/** The links must not become valid again when `maker` gets the role back. */
export async function deleteUnusedLinksOf(database: Database, maker: string, classId?: string): Promise<void> {
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
