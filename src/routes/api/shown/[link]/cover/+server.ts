import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { createCoverResponse } from '#lib/server/wall/exhibit-page.ts';
import { readExhibitCoverByLink } from '#lib/server/wall/shown-by-link.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	demandAccess(event, 'link.see');
	return createCoverResponse(await readExhibitCoverByLink(database(), event.params.link));
};
