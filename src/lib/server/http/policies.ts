/** Adds `frame-src`, known only at run time, as a second policy header; browsers apply both. */
import type { Handle } from '@sveltejs/kit';
import { shellAddresses } from '#lib/server/shell/index.ts';

export const policies: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (response.headers.get('content-type')?.startsWith('text/html')) {
		// Absent on purpose: this app's own address. Nothing it serves may frame it or be framed by it.
		response.headers.append('content-security-policy', `frame-src ${shellAddresses(event.url).join(' ')}`);
	}
	return response;
};
