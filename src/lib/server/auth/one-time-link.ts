/** What a one-time link holds, and which link can be used. Only a hash is kept: whoever reads the database cannot use it. */
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, type SQL } from 'drizzle-orm';
import { invitation } from '../db/schema/index.ts';

export const newToken = (): string => randomBytes(24).toString('hex');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Not used yet, and not over. */
export const isOpen = (now = new Date()): SQL | undefined =>
	and(isNull(invitation.usedAt), gt(invitation.expiresAt, now));

/** The one that this token opens, for this purpose, now. */
export const opens = (
	token: string,
	purpose: typeof invitation.$inferSelect.purpose,
	now = new Date()
): SQL | undefined => and(eq(invitation.tokenHash, hashOf(token)), eq(invitation.purpose, purpose), isOpen(now));
