/** Starts recording early input in the browser, and names a lost network in errors. */
import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { NO_NETWORK_MESSAGE } from '#lib/offline/worker-messages.ts';
import { startRecordingEarlyInput } from '#lib/ui/early-input.ts';

/** Matches the browsers' error messages for a page's script or data that failed to load. */
const FETCH_FAILURE_PATTERN = /fetch|import|network|load failed/i;

export const init: ClientInit = startRecordingEarlyInput;

export const handleError: HandleClientError = ({ error, message }) => {
	console.error(error);
	return {
		message: error instanceof TypeError && FETCH_FAILURE_PATTERN.test(error.message) ? NO_NETWORK_MESSAGE : message
	};
};
