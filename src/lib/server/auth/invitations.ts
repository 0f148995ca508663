/** One-time links: making, finding and spending them. */
import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Role } from '../../domain/access.ts';
import { database, schema, type Database } from '../db/index.ts';
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
	/** Nobody: the forgotten password's mail. */
	createdBy: string | null;
	/** Milliseconds. */
	lasts: number;
}

/** Resolves to what the link holds, which nobody can find again. */
export async function invite({ lasts, ...wanted }: Wanted): Promise<string> {
	const token = newToken();
	await database()
		.insert(invitation)
		.values({ ...wanted, id: randomUUID(), tokenHash: hashOf(token), expiresAt: new Date(Date.now() + lasts) });
	return token;
}

/** One that can be used now. */
export async function findInvitation(token: string, purpose: Purpose): Promise<InvitationRow | undefined> {
	const [found] = await database().select().from(invitation).where(opens(token, purpose));
	return found;
}

/** Inside the transaction of what it is used for. Undefined: someone was faster. */
export async function spendInvitation(
	within: Database,
	token: string,
	purpose: Purpose
): Promise<InvitationRow | undefined> {
	const [spent] = await within.update(invitation).set({ usedAt: new Date() }).where(opens(token, purpose)).returning();
	return spent;
}

/** To become someone, not used yet. */
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
