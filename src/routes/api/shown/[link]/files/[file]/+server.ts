import * as v from 'valibot';
import { sha256Schema } from '#lib/domain/own-file/own-file.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { syncResponder } from '#lib/server/http/api.ts';
import { readExhibitFileByLink } from '#lib/server/wall/shown-by-link.ts';
import type { RequestHandler } from './$types';

/** Answers in the format for saved work, like other routes for projects' own files. */
export const GET: RequestHandler = async (event) => {
	demandAccess(event, 'link.see');
	const { link, file } = event.params;
	if (!v.is(sha256Schema, file)) return syncResponder.refuse('absent');
	const content = await readExhibitFileByLink(database(), link, file);
	return content === undefined ? syncResponder.refuse('absent') : syncResponder.answer({ kind: 'file', content });
};
