/** What starts with the server, and what every request passes. */
import { sequence } from '@sveltejs/kit/hooks';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { requireDeclaredAccess } from '#lib/server/access/guard.ts';
import { loadPerson } from '#lib/server/auth/session.ts';
import { hasCurator, createWelcomeLink } from '#lib/server/auth/welcome.ts';
import { handleLanguage } from '#lib/server/http/language.ts';
import { startServer, stopServer } from '#lib/server/lifecycle.ts';
import { serveShell } from '#lib/server/shell/serve.ts';
import { shellAddresses } from '#lib/server/shell/index.ts';
import { logFailure, logEvent } from '#lib/server/log/index.ts';
import { currentPath } from './former-addresses.ts';

export const init: ServerInit = async () => {
	await startServer();
	// scripts/serve.ts emits this after the last answer. The process lives until `stop` is done.
	process.once('sveltekit:shutdown' as 'beforeExit', () => void stopServer());
	// A preview of one challenge has no accounts, and starts anew with each change.
	if (process.env['BRAISE_PREVIEW'] !== undefined) return;
	if (!(await hasCurator())) console.log(`No curator yet. To become the first, open ${createWelcomeLink('start')}`);
};
/** Adds `frame-src`, known only at run time, as a second policy header; browsers apply both. */
const policies: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (response.headers.get('content-type')?.startsWith('text/html')) {
		// Absent on purpose: this app's own address. Nothing it serves may frame it or be framed by it.
		response.headers.append('content-security-policy', `frame-src ${shellAddresses(event.url).join(' ')}`);
	}
	return response;
};

/** Sends a page's former address to its current one. Forms and data are answered where they were sent: see src/hooks.ts. */
const redirectFormerPages: Handle = ({ event, resolve }) => {
	const { pathname, search } = event.url;
	const current = currentPath(pathname);
	if (current === pathname || event.request.method !== 'GET' || event.isDataRequest) return resolve(event);
	return new Response(null, { status: 308, headers: { location: current + search } });
};

const SILENT = '/healthz';

/** Logs a line for each request with its route, never its address. */
const requests: Handle = async ({ event, resolve }) => {
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

export const handle = sequence(
	requests,
	redirectFormerPages,
	serveShell,
	policies,
	loadPerson,
	requireDeclaredAccess,
	handleLanguage
);

/** Logs server errors only: a missing page is not our fault, and logging it would record where someone went. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status >= 500) logFailure('request.failed', error, { method: event.request.method, route: event.route.id });
	return { message };
};
