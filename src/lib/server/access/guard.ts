import type { Handle, RequestEvent } from '@sveltejs/kit';
import type { AccessAction } from '#lib/domain/access.ts';
import { logFailure } from '#lib/server/log/index.ts';
import { ACCESS_BY_ROUTE } from './routes.ts';

/** Answers 500 in place of data that a route sent without checking permission: such a route has a bug that could leak data. */
export const withholdUncheckedResponses: Handle = async ({ event, resolve }) => {
	event.locals.checkedActions = new Set();
	const response = await resolve(event);
	const missingActions = listActionsToCheck(event, response).filter(
		(action) => !event.locals.checkedActions.has(action)
	);
	if (missingActions.length === 0 || isResponseWithoutData(response)) return response;
	await response.body?.cancel();
	logFailure('request.unasked', undefined, { route: event.route.id, missing: missingActions.join(' ') });
	return new Response('Internal Error', { status: 500 });
};

/** Status 400 for a form with mistakes does carry data: a whole page. */
const isResponseWithoutData = (response: Response): boolean =>
	response.status >= 300 && !(response.status === 400 && isHtmlResponse(response));

const isHtmlResponse = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('text/html') ?? true;

function listActionsToCheck(event: RequestEvent, response: Response): AccessAction[] {
	const routeAccess = ACCESS_BY_ROUTE[event.route.id ?? ''];
	if (routeAccess === undefined) return [];
	const { method } = event.request;
	const actions: (AccessAction | 'open' | undefined)[] = [];
	if (method === 'POST' && routeAccess.actions) actions.push(routeAccess.actions[formActionNameOf(event.url)]);
	else actions.push(routeAccess.methods?.[method === 'HEAD' ? 'GET' : method]);
	// The page's loader need not have run for a form sent by script, which gets only the action's result, or for a client
	// navigation, which may skip loaders whose data the browser has.
	if (hasPageData(event, response)) actions.push(routeAccess.load);
	return actions.filter((action) => action !== undefined && action !== 'open');
}

function hasPageData({ isDataRequest, url }: RequestEvent, response: Response): boolean {
	if (isDataRequest) return url.searchParams.get('x-sveltekit-invalidated')?.endsWith('1') ?? true;
	return isHtmlResponse(response);
}

const formActionNameOf = (url: URL): string =>
	[...url.searchParams.keys()].find((name) => name.startsWith('/'))?.slice(1) ?? 'default';
