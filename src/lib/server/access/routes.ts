/**
 * Every route with code on the server, and the one action that each of its ways in demands. `open`: everyone may, and nothing of a
 * person is in it. routes.test.ts fails when a route is missing here; guard.ts answers nothing that was not demanded.
 */
import type { Action } from '../../domain/access.ts';

type Asks = Action | 'open';

export interface Route {
	load?: Asks;
	/** By name, as in `?/name`; the nameless one is `default`. */
	actions?: Record<string, Asks>;
	/** By method, of a `+server.ts`. */
	methods?: Record<string, Asks>;
}

export const ROUTES: Record<string, Route> = {
	'/': { load: 'open' },
	'/api/works': { methods: { GET: 'work.read' } },
	'/api/works/[work]': { methods: { GET: 'work.read', PUT: 'work.store', DELETE: 'work.delete' } },
	'/challenges': { load: 'open' },
	'/challenges/[id]': { load: 'open' },
	'/challenges/[id]/[digest]/[part]': { methods: { GET: 'open' } },
	'/check': { load: 'open' },
	'/healthz': { methods: { GET: 'open' } },
	'/join': { load: 'open', actions: { enter: 'class.join', first: 'class.join' } },
	'/leave': { actions: { default: 'open' } },
	'/machine/events': { methods: { GET: 'open' } },
	'/machine/speed': { methods: { GET: 'open' } },
	'/projects/[work]': { load: 'open' },
	'/projects/from/[challenge]': { load: 'open' },
	'/projects/new': { load: 'open' }
};
