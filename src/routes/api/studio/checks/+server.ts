import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import {
	createPersonRateLimit,
	readApiMessage,
	studioResponder,
	permitByRoleAssumingRelations
} from '#lib/server/http/api.ts';
import { selectChallengeLanguage } from '#lib/server/content/challenge-parts.ts';
import { checkFolder, FOLDER_PROCESS_FAILED } from '#lib/server/studio/folder-process.ts';
import { hashShownParts } from '#lib/server/studio/demo/shown-version.ts';
import { LARGEST_FOLDER_REQUEST_BYTES, parseSentFolder } from '#lib/wire/studio.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = studioResponder;

/** Number of checks that one person may request at once; a page requests one at each pause in typing. */
const MOST_CHECKS_IN_BURST = 30;
const MILLISECONDS_PER_CHECK = 1500;
const RETRY_SECONDS = 5;
const folderCheckLimit = new BurstLimit(MOST_CHECKS_IN_BURST, MILLISECONDS_PER_CHECK);
const limitRequests = createPersonRateLimit(studioResponder, RETRY_SECONDS, folderCheckLimit);

export const POST: RequestHandler = async (event) => {
	const message = { limit: limitRequests, largestBytes: LARGEST_FOLDER_REQUEST_BYTES, parse: parseSentFolder };
	const request = await readApiMessage(event, studioResponder, permitByRoleAssumingRelations('studio.use'), message);
	if (request instanceof Response) return request;
	const { name, files, isWhole, known } = request.body;
	const report = await checkFolder(name, files, isWhole);
	if (report === FOLDER_PROCESS_FAILED) return refuse('busy', RETRY_SECONDS);
	const challenge = report.packed?.challenge;
	return answer({
		kind: 'checked',
		problems: report.problems,
		hash: challenge?.hash ?? null,
		shownHash: hashShownParts(files),
		// Send only the public part of the challenge: the lesson needs no private part, and the browser has the files.
		challenge:
			challenge && challenge.hash !== known ? selectChallengeLanguage(challenge, challenge.languages[0] ?? 'fr') : null
	});
};
