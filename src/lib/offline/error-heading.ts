/** Puts an error into words, for the heading and title of its page. */
import { m } from '#lib/paraglide/messages.js';

/** Returns the words for an error of this status; a refusal of the server brings its own words. */
export function errorHeading(status: number, message: string | undefined): string {
	if (status < 400 || status >= 500 || message === undefined) return m.error_broken();
	return message === 'Not Found' ? m.error_lost() : message;
}
