import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { NO_NETWORK_MESSAGE } from '#lib/offline/worker-messages.ts';
import { recordEarlyInput } from '#lib/ui/early-input.ts';

/** Matches the browsers' error messages for a page's script or data that failed to load. */
const FETCH_FAILURE_MESSAGE = /fetch|import|network|load failed/i;

export const init: ClientInit = recordEarlyInput;

export const handleError: HandleClientError = ({ error, message }) => {
	console.error(error);
	return {
		message: error instanceof TypeError && FETCH_FAILURE_MESSAGE.test(error.message) ? NO_NETWORK_MESSAGE : message
	};
};
