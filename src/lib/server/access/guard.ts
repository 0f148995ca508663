/** A SvelteKit hook that withholds every response whose route did not demand the action of its table entry. */
import type { Handle, RequestEvent } from '@sveltejs/kit';
import type { AccessAction } from '#lib/domain/access.ts';
import { logFailure } from '#lib/server/log/index.ts';
import { ACCESS_BY_ROUTE } from './routes.ts';

/** Answers 500 in place of data that a route sent without checking permission: such a route has a bug that could leak data. */
export const withholdUncheckedAnswers: Handle = async ({ event, resolve }) => {
	event.locals.checkedActions = new Set();
	const response = await resolve(event);
	const missingActions = expectedActions(event, response).filter((action) => !event.locals.checkedActions.has(action));
	if (missingActions.length === 0 || givesNothing(response)) return response;
	await response.body?.cancel();
	logFailure('request.unasked', undefined, { route: event.route.id, missing: missingActions.join(' ') });
	return new Response('Internal Error', { status: 500 });
};

/** Whether a response carries no data: a redirect or a refusal. A form with mistakes is no refusal: its answer 400 carries a whole page. */
const givesNothing = (response: Response): boolean =>
	response.status >= 300 && !(response.status === 400 && isPage(response));

const isPage = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('text/html') ?? true;

/** The actions that the route must have demanded for this request. */
function expectedActions(event: RequestEvent, response: Response): AccessAction[] {
	const route = ACCESS_BY_ROUTE[event.route.id ?? ''];
	if (route === undefined) return [];
	const { method } = event.request;
	const actions: (AccessAction | 'open' | undefined)[] = [];
	if (method === 'POST' && route.actions) actions.push(route.actions[actionName(event.url)]);
	else actions.push(route.methods?.[method === 'HEAD' ? 'GET' : method]);
	// A form sent by script gets the action's result without the page, and a client navigation may skip loaders whose data the browser has:
	// in neither case must the page's loader have run.
	if (rendersPage(event, response)) actions.push(route.load);
	return actions.filter((action) => action !== undefined && action !== 'open');
}

function rendersPage({ isDataRequest, url }: RequestEvent, response: Response): boolean {
	if (isDataRequest) return url.searchParams.get('x-sveltekit-invalidated')?.endsWith('1') ?? true;
	return isPage(response);
}

const actionName = (url: URL): string =>
	[...url.searchParams.keys()].find((name) => name.startsWith('/'))?.slice(1) ?? 'default';
