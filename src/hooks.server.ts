/** Starts the server's services, and handles every request. */
import { dev } from '$app/environment';
import { sequence } from '@sveltejs/kit/hooks';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { withholdUncheckedResponses } from '#lib/server/access/guard.ts';
import { loadPerson } from '#lib/server/auth/session.ts';
import { createCuratorWelcomeLink } from '#lib/server/auth/auth-secret.ts';
import { hasCurator } from '#lib/server/auth/welcome.ts';
import { explainLeftOutChallenges } from '#lib/server/content/index.ts';
import { handleLanguage } from '#lib/server/http/language.ts';
import { fillInFontAndEarlyScript } from '#lib/server/http/page-start.ts';
import { trackPagesInProgress } from '#lib/server/http/pages-in-progress.ts';
import { startServer, stopServer } from '#lib/server/lifecycle.ts';
import { serveShell, listShellAddresses } from '#lib/server/shell/index.ts';
import { logFailure, logEvent } from '#lib/server/log/index.ts';
import { replaceFormerPath } from './former-addresses.ts';

export const init: ServerInit = async () => {
	await startServer();
	// Warn of challenges that the build left out, perhaps long ago. In development, packing has already warned of them.
	if (!dev) for (const text of await explainLeftOutChallenges()) console.warn(text);
	// scripts/serve.ts emits this event after the last answer; the process ends only when `stopServer` is done.
	process.once('sveltekit:shutdown' as 'beforeExit', () => void stopServer());
	// A preview of one challenge has no accounts, so it needs no link for a first curator.
	if (process.env['BRAISE_PREVIEW'] !== undefined) return;
	if (!(await hasCurator()))
		console.log(`No curator yet. To become the first, open ${createCuratorWelcomeLink('start')}`);
};
/** Adds a second policy header with `frame-src`, which is known only at run time; browsers apply both headers. */
const addFramePolicy: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (response.headers.get('content-type')?.startsWith('text/html')) {
		// The app's own address is absent on purpose: no page of the app may be framed, not even by another page of the app.
		response.headers.append('content-security-policy', `frame-src ${listShellAddresses(event.url).join(' ')}`);
	}
	return response;
};

/** Redirects a page's former address to its current address. Forms and data requests are not redirected: see src/hooks.ts. */
const redirectFormerPages: Handle = ({ event, resolve }) => {
	const { pathname, search } = event.url;
	const currentPath = replaceFormerPath(pathname);
	if (currentPath === pathname || event.request.method !== 'GET' || event.isDataRequest) return resolve(event);
	return new Response(null, { status: 308, headers: { location: currentPath + search } });
};

const UNLOGGED_ROUTE = '/healthz';

/** Logs a line for each request with its route, never its address, which could identify a person. */
const logRequests: Handle = async ({ event, resolve }) => {
	const beganAt = performance.now();
	const response = await resolve(event);
	if (event.route.id !== UNLOGGED_ROUTE) {
		logEvent('request', {
			method: event.request.method,
			route: event.route.id,
			status: response.status,
			ms: Math.round(performance.now() - beganAt)
		});
	}
	return response;
};

export const handle = sequence(
	trackPagesInProgress,
	logRequests,
	redirectFormerPages,
	serveShell,
	addFramePolicy,
	loadPerson,
	withholdUncheckedResponses,
	fillInFontAndEarlyScript,
	handleLanguage
);

/** Logs only server errors: a missing page is no server error, and logging it would record where a person went. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status >= 500) logFailure('request.failed', error, { method: event.request.method, route: event.route.id });
	return { message };
};
