/** Mails a link to choose a new password, where SMTP is configured. */
import { eq } from 'drizzle-orm';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { database, schema } from '#lib/server/db/index.ts';
import { environment } from '#lib/server/environment.ts';
import { logFailure } from '#lib/server/log/index.ts';
import { canSendMail, sendMail } from '#lib/server/mail/transport.ts';
import { countAttempt, attemptKey, type AttemptLimit } from '#lib/server/rate-limit/attempts.ts';
import { createInvitation, INVITATION_LIFETIME_MILLISECONDS } from './invitations.ts';

/** Limits how many mails with a link can be requested for one email address, whether or not an account has the address. */
const RESET_MAIL_LIMIT: AttemptLimit = { freeAttempts: 3, firstWaitSeconds: 600, longestWaitSeconds: 3600 };

/**
 * Sends a link to choose a new password. Returns before the mail is sent, so that the response time does not reveal whether an account has
 * the address.
 */
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
