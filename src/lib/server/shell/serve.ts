/** Serves the two files of the shell's host, and nothing to the host that should not have them. */
import type { Handle } from '@sveltejs/kit';
import { html, policy, serviceWorker } from 'virtual:sandbox-shell';
import { environment } from '../environment.ts';
import { DOOR_HEADER } from '../http/gate.ts';
import { appOriginsFor, SHELL_PATH, SHELL_WORKER_PATH, type Door } from './addresses.ts';
import { allowedDestination } from './destination.ts';

export const shell: Handle = ({ event, resolve }) => {
	const { url, request } = event;
	if (!url.pathname.startsWith('/sandbox/')) return resolve(event);
	const door: Door = request.headers.get(DOOR_HEADER) === 'shell' ? 'shell' : 'app';
	const apps = appOriginsFor(url, door, environment());
	if (apps.length === 0 || !allowedDestination(url.pathname, request.headers)) return refusal();
	const headers = { ...policy(apps), 'cache-control': 'no-cache' };
	switch (url.pathname) {
		case SHELL_PATH:
			return new Response(html, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
		case SHELL_WORKER_PATH:
			return new Response(serviceWorker, { headers: { ...headers, 'content-type': 'text/javascript; charset=utf-8' } });
		default:
			return refusal();
	}
};

function refusal(): Response {
	return new Response('Not Found', { status: 404, headers: { 'content-type': 'text/plain' } });
}
