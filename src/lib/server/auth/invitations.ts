import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Role } from '#lib/domain/access.ts';
import { database, schema, type Database } from '#lib/server/db/index.ts';
import { hashLinkToken, anyOpenLinkCondition, createLinkToken, openLinkCondition } from './one-time-link.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { environment } from '#lib/server/environment.ts';
import { logFailure } from '#lib/server/log/index.ts';
import { canSendMail, sendMail } from '#lib/server/mail/transport.ts';
import { countAttempt, attemptKey, type AttemptLimit } from '#lib/server/rate-limit/attempts.ts';

/** Limits how many mails with a link can be requested for one email address, whether or not an account has the address. */
const RESET_MAIL_LIMIT: AttemptLimit = { freeAttempts: 3, firstWaitSeconds: 600, longestWaitSeconds: 3600 };

/** Returns before the mail is sent, so that the time does not reveal whether an account has the address. */
export async function sendPasswordResetLink(email: string, requestAddress: URL): Promise<void> {
	if ((await countAttempt(attemptKey('adult', `mail ${email}`), RESET_MAIL_LIMIT)) > 0) return;
	// Translate now: the request and its language are gone when the mail is sent.
	const mailWords = { subject: m.mail_reset_subject(), text: (link: string) => m.mail_reset_text({ link }) };
	const resetPageAddress = `${environment().origin ?? requestAddress.origin}${localizeHref('/reset')}`;
	void createAndMailResetLink(email, resetPageAddress, mailWords).catch((error: unknown) =>
		logFailure('mail.failed', error)
	);
}

async function createAndMailResetLink(
	email: string,
	resetPageAddress: string,
	mailWords: { subject: string; text: (link: string) => string }
): Promise<void> {
	const { account } = schema;
	const [known] = await database()
		.select({ id: account.id, role: account.role })
		.from(account)
		.where(eq(account.email, email));
	if (!known || known.role === 'student' || !canSendMail()) return;
	const token = await createInvitation({
		purpose: 'reset',
		accountId: known.id,
		createdBy: null,
		lifetime: INVITATION_LIFETIME_MILLISECONDS.mail
	});
	await sendMail({ to: email, subject: mailWords.subject, text: mailWords.text(`${resetPageAddress}/${token}`) });
}

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
