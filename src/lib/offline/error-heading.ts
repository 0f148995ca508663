import { m } from '#lib/paraglide/messages.js';

/** Matches SvelteKit's own messages, for errors to which the server gave no words. */
const SVELTEKIT_MESSAGE_PATTERN = /^(?:Not Found|Error: 4\d\d)$/;

/** Returns the words for an error of this status; a refusal of the server brings its own words. */
export function errorHeading(status: number, message: string | undefined): string {
	if (status < 400 || status >= 500 || message === undefined) return m.error_broken();
	return SVELTEKIT_MESSAGE_PATTERN.test(message) ? m.error_lost() : message;
}
