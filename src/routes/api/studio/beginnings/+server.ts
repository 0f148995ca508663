import {
	createPersonRateLimit,
	readApiMessage,
	studioResponder,
	permitByRoleAssumingRelations
} from '#lib/server/http/api.ts';
import { generateFolderFiles, FOLDER_PROCESS_FAILED } from '#lib/server/studio/folder-process.ts';
import { parseSentNewFolder } from '#lib/wire/studio.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = studioResponder;

const LARGEST_REQUEST_BYTES = 5000;
const RETRY_SECONDS = 5;
const limitRequests = createPersonRateLimit(studioResponder, RETRY_SECONDS);

export const POST: RequestHandler = async (event) => {
	const message = { limit: limitRequests, largestBytes: LARGEST_REQUEST_BYTES, parse: parseSentNewFolder };
	const request = await readApiMessage(event, studioResponder, permitByRoleAssumingRelations('studio.use'), message);
	if (request instanceof Response) return request;
	const newFolder = await generateFolderFiles(request.body.answers);
	if (newFolder === FOLDER_PROCESS_FAILED) return refuse('busy', RETRY_SECONDS);
	if (newFolder.files === null) return answer({ kind: 'unfit', message: newFolder.refusal });
	return answer({ kind: 'begun', files: newFolder.files });
};
