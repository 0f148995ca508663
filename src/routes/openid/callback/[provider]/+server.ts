import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { isOpenIdConfigured, handleOpenIdReturn } from '#lib/server/auth/open-id.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	if (!isOpenIdConfigured()) error(404, m.access_nothing());
	return handleOpenIdReturn(event);
};
