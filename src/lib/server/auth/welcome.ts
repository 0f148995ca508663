import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database, schema, type Database } from '#lib/server/db/index.ts';
import { hashLinkToken } from './one-time-link.ts';
import { isSignedUnexpiredWelcomeToken } from './auth-secret.ts';

export async function hasCurator(within: Database = database()): Promise<boolean> {
	const { account } = schema;
	const curators = await within.select({ id: account.id }).from(account).where(eq(account.role, 'curator')).limit(1);
	return curators.length > 0;
}

export async function isValidCuratorWelcomeToken(token: string): Promise<boolean> {
	const { invitation } = schema;
	if (!isSignedUnexpiredWelcomeToken(token) || (token.startsWith('start-') && (await hasCurator()))) return false;
	const spentInvitations = await database()
		.select()
		.from(invitation)
		.where(eq(invitation.tokenHash, hashLinkToken(token)));
	return spentInvitations.length === 0;
}

/** Marks the link as used, in the transaction that makes the curator. Returns false when it is not valid or was used. */
export async function spendCuratorWelcomeToken(transaction: Database, token: string): Promise<boolean> {
	if (!isSignedUnexpiredWelcomeToken(token) || (token.startsWith('start-') && (await hasCurator(transaction))))
		return false;
	const now = new Date();
	const spent = await transaction
		.insert(schema.invitation)
		.values({
			id: randomUUID(),
			tokenHash: hashLinkToken(token),
			purpose: 'role',
			role: 'curator',
			expiresAt: now,
			usedAt: now
		})
		.onConflictDoNothing({ target: schema.invitation.tokenHash })
		.returning();
	return spent.length > 0;
}
