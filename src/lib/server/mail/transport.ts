import { createTransport } from 'nodemailer';
import { environment } from '#lib/server/environment.ts';

/** Milliseconds that each phase of the exchange with the mail server may take. */
const MAIL_SERVER_TIMEOUT_MILLISECONDS = 20_000;

export interface Mail {
	/** One email address, as `parseEmail` returns it. */
	to: string;
	subject: string;
	text: string;
}

export const canSendMail = (): boolean => environment().smtpUrl !== undefined;

/** Sends a mail. Does nothing where no mail server is configured, and throws when the server does not take the mail. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
	const { smtpUrl, mailFrom } = environment();
	if (smtpUrl === undefined) return;
	const transport = createTransport({
		url: smtpUrl,
		connectionTimeout: MAIL_SERVER_TIMEOUT_MILLISECONDS,
		greetingTimeout: MAIL_SERVER_TIMEOUT_MILLISECONDS,
		socketTimeout: MAIL_SERVER_TIMEOUT_MILLISECONDS
	});
	// An address that is passed in an object is taken as one address, and not parsed as a list of addresses.
	await transport.sendMail({ from: mailFrom, to: { name: '', address: to }, subject, text });
}

export function isPermanentMailError(error: unknown): boolean {
	if (typeof error !== 'object' || error === null) return false;
	const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
	return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
}
