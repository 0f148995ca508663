/** Loads what a link shows, for everyone who has it, with an account or without one. */
import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { shellAddresses } from '#lib/server/shell/index.ts';
import { readExhibitByLink } from '#lib/server/wall/shown-by-link.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	demandAccess(event, 'link.see');
	// The address is a secret: it stays in no cache, and no other site learns it.
	event.setHeaders({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
	const { link } = event.params;
	const exhibit = await readExhibitByLink(database(), link);
	if (!exhibit) error(404, m.shown_over());
	return { link, exhibit, language: getLocale(), shells: shellAddresses(event.url) };
};
