/**
 * Nothing is answered that was not asked for. A route that is in the table of routes and answers without having demanded
 * its action has a mistake, and that mistake must not give anything away.
 */
import type { Handle, RequestEvent } from '@sveltejs/kit';
import type { Action } from '../../domain/access.ts';
import { failure } from '../log/index.ts';
import { ROUTES } from './routes.ts';

export const guard: Handle = async ({ event, resolve }) => {
	event.locals.asked = new Set();
	const response = await resolve(event);
	const missing = expected(event, response).filter((action) => !event.locals.asked.has(action));
	if (missing.length === 0 || givesNothing(response)) return response;
	await response.body?.cancel();
	failure('request.unasked', undefined, { route: event.route.id, missing: missing.join(' ') });
	return new Response('Internal Error', { status: 500 });
};

/** A redirect or a refusal. A form that was sent with a mistake is answered 400 with its page, and that gives. */
const givesNothing = (response: Response): boolean =>
	response.status >= 300 && !(response.status === 400 && isPage(response));

const isPage = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('text/html') ?? true;

/** What this request must have demanded when it is answered. */
function expected(event: RequestEvent, response: Response): Action[] {
	const route = ROUTES[event.route.id ?? ''];
	if (route === undefined) return [];
	const { method } = event.request;
	const asked: (Action | 'open' | undefined)[] = [];
	if (method === 'POST' && route.actions) asked.push(route.actions[actionName(event.url)]);
	else asked.push(route.methods?.[method === 'HEAD' ? 'GET' : method]);
	// A form sent by our script is answered with what its action returns, and a visit may leave out what is loaded already.
	if (rendersPage(event, response)) asked.push(route.load);
	return asked.filter((action) => action !== undefined && action !== 'open');
}

function rendersPage({ isDataRequest, url }: RequestEvent, response: Response): boolean {
	if (isDataRequest) return url.searchParams.get('x-sveltekit-invalidated')?.endsWith('1') ?? true;
	return isPage(response);
}

const actionName = (url: URL): string =>
	[...url.searchParams.keys()].find((name) => name.startsWith('/'))?.slice(1) ?? 'default';
