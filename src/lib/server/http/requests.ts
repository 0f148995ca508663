/** Logs a line for each request with its route, never its address. */
import type { Handle } from '@sveltejs/kit';
import { logEvent } from '#lib/server/log/index.ts';

const SILENT = '/healthz';

export const requests: Handle = async ({ event, resolve }) => {
	const began = performance.now();
	const response = await resolve(event);
	if (event.route.id !== SILENT) {
		logEvent('request', {
			method: event.request.method,
			route: event.route.id,
			status: response.status,
			ms: Math.round(performance.now() - began)
		});
	}
	return response;
};
