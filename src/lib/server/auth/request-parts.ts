/** The part of a request that signing in and out needs. */
import type { Cookies } from '@sveltejs/kit';

/** The part of SvelteKit's request event that this folder reads. */
export interface RequestParts {
	url: URL;
	request: Request;
	cookies: Pick<Cookies, 'get' | 'set'>;
	locals: App.Locals;
}
