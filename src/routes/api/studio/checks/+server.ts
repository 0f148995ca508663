/** Packs and checks a folder of the studio, and returns the lesson as a student would see it. */
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import { createPersonLimit, readApiMessage, studioResponder, permitByRelation } from '#lib/server/http/api.ts';
import { selectLanguage } from '#lib/server/content/challenge-parts.ts';
import { checkFolder, FOLDER_LOST } from '#lib/server/studio/folder-process.ts';
import { shownHash } from '#lib/server/studio/showing/shown-hash.ts';
import { LARGEST_FOLDER_REQUEST, parseSentFolder } from '#lib/wire/studio.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = studioResponder;

/** Checks that one person may ask for at once: a page asks at each pause of typing, and the server checks one folder at a time. */
const CHECKS_AT_ONCE = 30;
const MILLISECONDS_PER_CHECK = 1500;
const LATER_SECONDS = 5;
const checkLimit = new BurstLimit(CHECKS_AT_ONCE, MILLISECONDS_PER_CHECK);
const limitRequests = createPersonLimit(studioResponder, LATER_SECONDS, checkLimit);

export const POST: RequestHandler = async (event) => {
	const message = { limit: limitRequests, largestBytes: LARGEST_FOLDER_REQUEST, parse: parseSentFolder };
	const request = await readApiMessage(event, studioResponder, permitByRelation('studio.use'), message);
	if (request instanceof Response) return request;
	const { name, files, isWhole, known } = request.body;
	const report = await checkFolder(name, files, isWhole);
	if (report === FOLDER_LOST) return refuse('busy', LATER_SECONDS);
	const challenge = report.packed?.challenge;
	return answer({
		kind: 'checked',
		problems: report.problems,
		hash: challenge?.hash ?? null,
		shownHash: shownHash(files),
		// Only the public part is sent: the browser has the private part in its own files, and the lesson does not need it.
		challenge: challenge && challenge.hash !== known ? selectLanguage(challenge, challenge.languages[0] ?? 'fr') : null
	});
};
