/** Creates, finds, spends and revokes one-time links. */
import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Role } from '#lib/domain/access.ts';
import { database, schema, type Database } from '#lib/server/db/index.ts';
import { hashOf, isOpen, newToken, opens } from './one-time-link.ts';

const { invitation } = schema;
type InvitationRow = typeof invitation.$inferSelect;

export type Purpose = InvitationRow['purpose'];
export type InvitedRole = Exclude<Role, 'student' | 'applicant'>;
export const INVITED_ROLES = ['teacher', 'partner', 'curator'] as const satisfies InvitedRole[];

const HOUR = 60 * 60 * 1000;
export const LASTS = { role: 7 * 24 * HOUR, reset: 24 * HOUR, teach: 7 * 24 * HOUR, mail: HOUR } as const;

interface Wanted {
	purpose: Purpose;
	role?: InvitedRole;
	accountId?: string;
	classId?: string;
	/** Null for the mail for a forgotten password. */
	createdBy: string | null;
	/** Milliseconds. */
	lasts: number;
}

/** Returns the link's token, of which only a hash is stored. */
export async function invite({ lasts, ...wanted }: Wanted): Promise<string> {
	const token = newToken();
	await database()
		.insert(invitation)
		.values({ ...wanted, id: randomUUID(), tokenHash: hashOf(token), expiresAt: new Date(Date.now() + lasts) });
	return token;
}

export async function findInvitation(token: string, purpose: Purpose): Promise<InvitationRow | undefined> {
	const [found] = await database().select().from(invitation).where(opens(token, purpose));
	return found;
}

/** Marks the invitation as used, in the transaction of the action that it permits. Returns undefined when it cannot be used any more. */
export async function spendInvitation(
	within: Database,
	token: string,
	purpose: Purpose
): Promise<InvitationRow | undefined> {
	const [spent] = await within.update(invitation).set({ usedAt: new Date() }).where(opens(token, purpose)).returning();
	return spent;
}

export async function openInvitations() {
	return database()
		.select({ id: invitation.id, role: invitation.role, expiresAt: invitation.expiresAt })
		.from(invitation)
		.where(and(eq(invitation.purpose, 'role'), isOpen()))
		.orderBy(desc(invitation.createdAt));
}

export async function revokeInvitation(id: string): Promise<void> {
	await database()
		.delete(invitation)
		.where(and(eq(invitation.id, id), eq(invitation.purpose, 'role'), isOpen()));
}
