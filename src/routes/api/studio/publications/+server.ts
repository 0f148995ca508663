/** Publishes a folder to its maker's classes if the folder passes the author's check. */
import { readChallengeId } from '#lib/domain/challenge-folder.ts';
import { database } from '#lib/server/db/index.ts';
import {
	createPersonRateLimit,
	readApiMessage,
	studioResponder,
	permitByRoleAssumingRelations
} from '#lib/server/http/api.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import { checkFolder, FOLDER_PROCESS_FAILED } from '#lib/server/studio/folder-process.ts';
import { publishVersion } from '#lib/server/studio/publications.ts';
import { LARGEST_FOLDER_REQUEST_BYTES, parseSentPublication } from '#lib/wire/studio.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = studioResponder;

const MOST_PUBLICATIONS_IN_BURST = 10;
const MILLISECONDS_PER_PUBLICATION = 10_000;
const RETRY_SECONDS = 10;
const publicationLimit = new BurstLimit(MOST_PUBLICATIONS_IN_BURST, MILLISECONDS_PER_PUBLICATION);
const limitRequests = createPersonRateLimit(studioResponder, RETRY_SECONDS, publicationLimit);

export const POST: RequestHandler = async (event) => {
	const message = { limit: limitRequests, largestBytes: LARGEST_FOLDER_REQUEST_BYTES, parse: parseSentPublication };
	const request = await readApiMessage(event, studioResponder, permitByRoleAssumingRelations('studio.use'), message);
	if (request instanceof Response) return request;
	const { files, madeFrom } = request.body;
	const report = await checkFolder(readChallengeId(files), files, true);
	if (report === FOLDER_PROCESS_FAILED) return refuse('busy', RETRY_SECONDS);
	const { problems, packed } = report;
	if (problems.length > 0 || packed === null) return answer({ kind: 'problems', problems });
	const account = request.person.id;
	const published = await publishVersion(database(), { account, packed, files, madeFrom });
	if (published !== 'published') return refuse(published);
	const { id, version, hash } = packed.challenge;
	return answer({ kind: 'published', id, version, hash });
};
