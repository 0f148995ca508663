import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import { readExhibitByLink } from '#lib/server/wall/shown-by-link.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	demandAccess(event, 'link.see');
	// The address is a secret: the page must stay in no cache, and no other site may learn the address.
	event.setHeaders({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
	const { link } = event.params;
	const exhibit = await readExhibitByLink(database(), link);
	if (!exhibit) error(404, m.shown_over());
	return { link, exhibit, language: getLocale(), shells: listShellAddresses(event.url) };
};
