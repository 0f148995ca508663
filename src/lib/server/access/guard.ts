/**
 * Nothing is answered that was not asked for. A route that is in the table of routes and answers without having demanded
 * its action has a mistake, and that mistake must not give anything away.
 */
import type { Handle, RequestEvent } from '@sveltejs/kit';
import type { Action } from '../../domain/access.ts';
import { ROUTES } from './routes.ts';

export const guard: Handle = async ({ event, resolve }) => {
	event.locals.asked = new Set();
	const response = await resolve(event);
	const missing = expected(event).filter((action) => !event.locals.asked.has(action));
	// A redirect or a refusal gives nothing away.
	if (missing.length === 0 || response.status >= 300) return response;
	await response.body?.cancel();
	console.error(`${event.route.id} answered without asking for ${missing.join(', ')}`);
	return new Response('Internal Error', { status: 500 });
};

/** What this request must have demanded when it is answered. */
function expected(event: RequestEvent): Action[] {
	const route = ROUTES[event.route.id ?? ''];
	if (route === undefined) return [];
	const { method } = event.request;
	const asked: (Action | 'open' | undefined)[] = [];
	if (method === 'POST' && route.actions) asked.push(route.actions[actionName(event.url)]);
	else asked.push(route.methods?.[method === 'HEAD' ? 'GET' : method]);
	// A form sent by our script is answered with what its action returns, and a visit may leave out what is loaded already.
	if (rendersPage(event)) asked.push(route.load);
	return asked.filter((action) => action !== undefined && action !== 'open');
}

function rendersPage({ request, isDataRequest, url }: RequestEvent): boolean {
	if (isDataRequest) return url.searchParams.get('x-sveltekit-invalidated')?.endsWith('1') ?? true;
	return !(request.method === 'POST' && request.headers.get('x-sveltekit-action') === 'true');
}

const actionName = (url: URL): string =>
	[...url.searchParams.keys()].find((name) => name.startsWith('/'))?.slice(1) ?? 'default';
