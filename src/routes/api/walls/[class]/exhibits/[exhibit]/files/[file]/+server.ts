import * as v from 'valibot';
import { isId } from '#lib/domain/identity.ts';
import { sha256Schema } from '#lib/domain/own-file/own-file.ts';
import { database } from '#lib/server/db/index.ts';
import { checkApiRequest, syncResponder } from '#lib/server/http/api.ts';
import { permitWallAction } from '#lib/server/wall/require-wall.ts';
import { readExhibitFile } from '#lib/server/wall/wall-queries.ts';
import type { RequestHandler } from './$types';

/** Answers in the format for saved work, like other routes for projects' own files. */
export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, syncResponder, permitWallAction('wall.see'));
	if (request instanceof Response) return request;
	const { person, schoolClass, isTeacher } = request;
	const { exhibit, file } = event.params;
	if (!isId(exhibit) || !v.is(sha256Schema, file)) return syncResponder.refuse('absent');
	const reader = { account: person.id, isTeacher };
	const content = await readExhibitFile(database(), schoolClass.id, exhibit, file, reader);
	return content === undefined ? syncResponder.refuse('absent') : syncResponder.answer({ kind: 'file', content });
};
