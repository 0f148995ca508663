/** Tests that every JSON route sends refusals in the format that its client parses. */
import type { RequestHandler } from '@sveltejs/kit';
import { expect, test, vi } from 'vitest';
import { ACCESS_BY_ROUTE } from '#lib/server/access/routes.ts';

/** A different format number for each API: the real numbers are all 1, so a wrong format would go unnoticed. */
const { SYNC, HAND_IN, PAIR, REVIEW, STUDIO, CONTRIBUTION, WALL } = vi.hoisted(() => ({
	SYNC: 101,
	HAND_IN: 102,
	PAIR: 103,
	REVIEW: 104,
	STUDIO: 105,
	CONTRIBUTION: 106,
	WALL: 107
}));
type ApiModule = Record<string, { format: number }>;
/** Returns a mock factory that replaces the format number of an API in a module. */
const { renumber } = vi.hoisted(() => ({
	renumber: (api: string, format: number) => async (original: <T>() => Promise<T>) => {
		const realModule = await original<ApiModule>();
		return { ...realModule, [api]: { ...realModule[api], format } };
	}
}));
vi.mock('#lib/wire/sync.ts', renumber('syncApi', SYNC));
vi.mock('#lib/wire/hand-in.ts', renumber('handInApi', HAND_IN));
vi.mock('#lib/wire/pair.ts', renumber('pairApi', PAIR));
vi.mock('#lib/wire/review.ts', renumber('reviewApi', REVIEW));
vi.mock('#lib/wire/studio.ts', renumber('studioApi', STUDIO));
vi.mock('#lib/wire/contribution.ts', renumber('contributionApi', CONTRIBUTION));
vi.mock('#lib/wire/wall.ts', renumber('wallApi', WALL));

const REVIEW_ROUTE_PREFIX = '/classes/[class]/assignments/[assignment]/review';
/** Format number in the answers of each route; routes that are not listed answer in the format for saved work. */
const FORMAT_BY_ROUTE: Record<string, number> = {
	'/api/assignments/[assignment]/comments/[comment]': HAND_IN,
	'/api/assignments/[assignment]/submissions': HAND_IN,
	'/api/assignments/[assignment]/submissions/[submission]': HAND_IN,
	'/api/assignments/[assignment]/trials': HAND_IN,
	'/api/pair': PAIR,
	'/api/problems': CONTRIBUTION,
	'/api/problems/[link]': CONTRIBUTION,
	'/api/problems/[link]/photo': CONTRIBUTION,
	'/api/shown/[link]/cover': WALL,
	'/api/studio/beginnings': STUDIO,
	'/api/studio/checks': STUDIO,
	'/api/studio/links/[work]': STUDIO,
	'/api/studio/problems/[problem]': STUDIO,
	'/api/studio/publications': STUDIO,
	'/api/studio/showings/[work]': STUDIO,
	'/api/walls': WALL,
	'/api/walls/[class]/exhibits/[exhibit]/cover': WALL,
	'/api/walls/[class]/portfolio': WALL,
	'/api/walls/[class]/portfolios/[portfolio]/covers/[work]': WALL,
	'/api/walls/[class]/works/[work]': WALL,
	'/api/works/[work]/separation': PAIR,
	[`${REVIEW_ROUTE_PREFIX}/[submission]/text`]: REVIEW,
	[`${REVIEW_ROUTE_PREFIX}/comments`]: REVIEW
};

/** Routes open to visitors without an account: to tell a problem, and to follow a problem or see an exhibit by its link. */
const ROUTES_OPEN_TO_VISITORS = new Set([
	'/api/problems',
	'/api/problems/[link]',
	'/api/problems/[link]/photo',
	'/api/problems/[link]/program',
	'/api/shown/[link]/cover',
	'/api/shown/[link]/files/[file]'
]);

const routeModules = import.meta.glob<Record<string, RequestHandler>>([
	'./**/+server.ts',
	'../classes/**/review/**/+server.ts'
]);
const routeMethods = Object.keys(routeModules).flatMap((file) => {
	const route = new URL(file, 'http://routes/api/').pathname.replace('/+server.ts', '');
	const methods = Object.keys(ACCESS_BY_ROUTE[decodeURI(route)]?.methods ?? {});
	return methods.map((method) => ({ file, route: decodeURI(route), method }));
});

async function callRouteHandler(
	file: string,
	method: string,
	headers: Record<string, string>
): Promise<Response | undefined> {
	const url = new URL('http://braise.test/');
	const event = {
		locals: { person: null, checkedActions: new Set() },
		params: {},
		request: new Request(url, { method, headers }),
		url
	};
	const handler = (await routeModules[file]?.())?.[method];
	return handler?.(event as unknown as Parameters<RequestHandler>[0]);
}

test('every JSON route of the access table is tested', () => {
	const api = Object.keys(ACCESS_BY_ROUTE).filter((route) => route.startsWith('/api/'));
	expect(routeMethods.map(({ route }) => route)).toEqual(
		expect.arrayContaining([...api, ...Object.keys(FORMAT_BY_ROUTE)])
	);
});

// The route that reads a review is left out: it throws SvelteKit's own error, which the page shows.
test.each(routeMethods.filter(({ route, method }) => method !== 'GET' || route.startsWith('/api')))(
	'$method $route refuses requests of other sites, then visitors, in the format of its client',
	async ({ file, route, method }) => {
		const format = FORMAT_BY_ROUTE[route] ?? SYNC;
		if (!ROUTES_OPEN_TO_VISITORS.has(route)) {
			const signedOutAnswer = await callRouteHandler(file, method, {});
			expect(signedOutAnswer?.status).toBe(401);
			expect(await signedOutAnswer?.json()).toEqual({ format, kind: 'refused', reason: 'signed-out' });
		}
		if (method === 'GET') return;
		const otherSiteAnswer = await callRouteHandler(file, method, { origin: 'http://evil.test' });
		expect(otherSiteAnswer?.status).toBe(403);
		expect(await otherSiteAnswer?.json()).toEqual({ format, kind: 'refused', reason: 'other-site' });
	}
);
