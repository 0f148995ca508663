/** Says an error in words, as its page's heading and title. */
import { m } from '#lib/paraglide/messages.js';

/** Returns the words for an error of this status; a refusal of the server explains itself. */
export function errorHeading(status: number, message: string | undefined): string {
	if (status < 400 || status >= 500 || message === undefined) return m.error_broken();
	return message === 'Not Found' ? m.error_lost() : message;
}
