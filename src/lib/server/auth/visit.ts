import type { Cookies } from '@sveltejs/kit';

/** What is read of a request here, and nothing more. SvelteKit's event is one. */
export interface Visit {
	url: URL;
	request: Request;
	cookies: Pick<Cookies, 'get' | 'set'>;
	locals: App.Locals;
}
