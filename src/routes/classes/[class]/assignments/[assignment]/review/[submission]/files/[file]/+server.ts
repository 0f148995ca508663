import * as v from 'valibot';
import { isId } from '#lib/domain/identity.ts';
import { sha256Schema } from '#lib/domain/own-file/own-file.ts';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { syncResponder } from '#lib/server/http/api.ts';
import { readHandedInOwnFile } from '#lib/server/submissions/submission-queries.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { assignment } = await demandAssignmentAccess(event, 'review.write');
	const { submission, file } = event.params;
	const isNamed = isId(submission) && v.is(sha256Schema, file);
	const content = isNamed ? await readHandedInOwnFile(database(), assignment.id, submission, file) : undefined;
	return content === undefined ? syncResponder.refuse('absent') : syncResponder.answer({ kind: 'file', content });
};
