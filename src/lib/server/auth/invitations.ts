/** Creates, finds, spends and revokes one-time links. */
import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Role } from '#lib/domain/access.ts';
import { database, schema, type Database } from '#lib/server/db/index.ts';
import { hashLinkToken, anyOpenLinkCondition, createLinkToken, openLinkCondition } from './one-time-link.ts';

const { invitation } = schema;
type InvitationRow = typeof invitation.$inferSelect;

export type InvitationPurpose = InvitationRow['purpose'];
export type InvitedRole = Exclude<Role, 'student' | 'applicant'>;
export const INVITED_ROLES = ['teacher', 'partner', 'curator'] as const satisfies InvitedRole[];

const HOUR_MILLISECONDS = 60 * 60 * 1000;
export const INVITATION_LIFETIME_MILLISECONDS = {
	role: 7 * 24 * HOUR_MILLISECONDS,
	reset: 24 * HOUR_MILLISECONDS,
	teach: 7 * 24 * HOUR_MILLISECONDS,
	mail: HOUR_MILLISECONDS
} as const;

interface NewInvitation {
	purpose: InvitationPurpose;
	role?: InvitedRole;
	accountId?: string;
	classId?: string;
	/** Account that made the link; null for a link mailed to somebody who forgot their password. */
	createdBy: string | null;
	/** Milliseconds for which the link is valid. */
	lifetime: number;
}

/** Creates a link and returns its token, of which only a hash is stored. */
export async function createInvitation({ lifetime, ...wanted }: NewInvitation): Promise<string> {
	const token = createLinkToken();
	await database()
		.insert(invitation)
		.values({
			...wanted,
			id: randomUUID(),
			tokenHash: hashLinkToken(token),
			expiresAt: new Date(Date.now() + lifetime)
		});
	return token;
}

export async function findInvitation(token: string, purpose: InvitationPurpose): Promise<InvitationRow | undefined> {
	const [found] = await database().select().from(invitation).where(openLinkCondition(token, purpose));
	return found;
}

/** Marks the invitation as used, in the transaction of the action that it permits. Returns undefined when it cannot be used any more. */
export async function spendInvitation(
	transaction: Database,
	token: string,
	purpose: InvitationPurpose
): Promise<InvitationRow | undefined> {
	const [spent] = await transaction
		.update(invitation)
		.set({ usedAt: new Date() })
		.where(openLinkCondition(token, purpose))
		.returning();
	return spent;
}

export async function listOpenInvitations() {
	return database()
		.select({ id: invitation.id, role: invitation.role, expiresAt: invitation.expiresAt })
		.from(invitation)
		.where(and(eq(invitation.purpose, 'role'), anyOpenLinkCondition()))
		.orderBy(desc(invitation.createdAt));
}

export async function revokeInvitation(id: string): Promise<void> {
	await database()
		.delete(invitation)
		.where(and(eq(invitation.id, id), eq(invitation.purpose, 'role'), anyOpenLinkCondition()));
}
