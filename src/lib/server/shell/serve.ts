/** Serves the two files of the shell's host, and only to that host. */
import type { Handle } from '@sveltejs/kit';
import { answer } from 'virtual:sandbox-shell';
import { environment } from '#lib/server/environment.ts';
import { appOriginsFor, DOOR_HEADER, type Door } from './addresses.ts';
import { allowedDestination } from './destination.ts';

export const shell: Handle = ({ event, resolve }) => {
	const { url, request } = event;
	if (!url.pathname.startsWith('/sandbox/')) return resolve(event);
	const door: Door = request.headers.get(DOOR_HEADER) === 'shell' ? 'shell' : 'app';
	const apps = appOriginsFor(url, door, environment());
	const served = apps.length > 0 && allowedDestination(url.pathname, request.headers);
	return (served ? answer(request, apps) : undefined) ?? new Response('Not Found', { status: 404 });
};
