import type { HandleServerError } from '@sveltejs/kit';
import { failure } from '#lib/server/log/index.ts';

/** Logs server errors only: a missing page is not our fault, and logging it would record where someone went. */
export const errors: HandleServerError = ({ error, event, status, message }) => {
	if (status >= 500) failure('request.failed', error, { method: event.request.method, route: event.route.id });
	return { message };
};
