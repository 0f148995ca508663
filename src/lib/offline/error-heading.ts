/** Says an error in words, as its page's heading and title. */
import { m } from '#lib/paraglide/messages.js';
import { NO_NETWORK_MESSAGE, SIGNED_OUT_MESSAGE } from './worker-messages.ts';

/** Returns the words for an error of this status; a refusal of the server explains itself. */
export function errorHeading(status: number, message: string | undefined): string {
	if (message === NO_NETWORK_MESSAGE) return m.offline_title();
	if (message === SIGNED_OUT_MESSAGE) return m.offline_signed_out();
	if (status < 400 || status >= 500 || message === undefined) return m.error_broken();
	return message === 'Not Found' ? m.error_lost() : message;
}
