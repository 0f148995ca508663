import type { HandleServerError } from '@sveltejs/kit';
import { failure } from '../log/index.ts';

/** Only what went wrong on our side is written down: an address that is not there is not news, and says where someone went. */
export const errors: HandleServerError = ({ error, event, status, message }) => {
	if (status >= 500) failure('request.failed', error, { method: event.request.method, route: event.route.id });
	return { message };
};
