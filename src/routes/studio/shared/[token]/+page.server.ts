import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { findSharedFolder } from '#lib/server/studio/folder-links.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

// Not prerendered or cached: the page holds a solution, so access is checked each time.
export const prerender = false;

export const load: PageServerLoad = async (event) => {
	demandAccess(event, 'studio.use');
	event.setHeaders({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
	return { shared: (await findSharedFolder(database(), event.params.token)) ?? null, language: getLocale() };
};
