import { SHELL_PATH, SHELL_WORKER_PATH } from './addresses.ts';

/**
 * Checks Sec-Fetch-Dest: the shell is either a frame in the other host's page or text for its own service worker's cache, and the worker
 * file is a service worker only. Over plain http on a network browsers send no such header; there only `frame-ancestors` protects.
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
