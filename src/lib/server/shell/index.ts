import { environment } from '#lib/server/environment.ts';
import {
	shellAddressesFor,
	appOriginsFor,
	HOST_ROLE_HEADER,
	type HostRole,
	SHELL_PATH,
	SHELL_SERVICE_WORKER_PATH
} from './addresses.ts';
import type { Handle } from '@sveltejs/kit';
import { answer } from 'virtual:sandbox-shell';

export const serveShell: Handle = ({ event, resolve }) => {
	const { url, request } = event;
	if (!url.pathname.startsWith('/sandbox/')) return resolve(event);
	const role: HostRole = request.headers.get(HOST_ROLE_HEADER) === 'shell' ? 'shell' : 'app';
	const appOrigins = appOriginsFor(url, role, environment());
	const isServed = appOrigins.length > 0 && isFetchDestinationAllowed(url.pathname, request.headers);
	return (isServed ? answer(request, appOrigins) : undefined) ?? new Response('Not Found', { status: 404 });
};

/**
 * Checks Sec-Fetch-Dest: the shell may be loaded as a frame in the other host's page, or as text for its own service worker's
 * cache; its worker file may only be loaded as a service worker. Over plain http on a network, browsers send no such header;
 * then only `frame-ancestors` protects the shell.
 */
function isFetchDestinationAllowed(path: string, headers: Headers): boolean {
	const destination = headers.get('sec-fetch-dest');
	if (destination === null) return true;
	switch (path) {
		case SHELL_PATH:
			return destination === 'iframe' ? headers.get('sec-fetch-site') !== 'same-origin' : destination === 'empty';
		case SHELL_SERVICE_WORKER_PATH:
			return destination === 'serviceworker';
		default:
			return false;
	}
}

export function listShellAddresses(url: URL): string[] {
	return shellAddressesFor(url, environment());
}
