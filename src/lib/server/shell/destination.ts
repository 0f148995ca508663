import { SHELL_PATH, SHELL_WORKER_PATH } from './addresses.ts';

/**
 * What the browser says it wants the file for. The shell is a frame in the other host's page, or text for its own
 * service worker's cache; the service worker is only that. Over plain http on a network browsers send none of
 * these headers: there `frame-ancestors` is what stands.
 */
export function allowedDestination(path: string, headers: Headers): boolean {
	const destination = headers.get('sec-fetch-dest');
	if (destination === null) return true;
	switch (path) {
		case SHELL_PATH:
			return destination === 'iframe' ? headers.get('sec-fetch-site') !== 'same-origin' : destination === 'empty';
		case SHELL_WORKER_PATH:
			return destination === 'serviceworker';
		default:
			return false;
	}
}
