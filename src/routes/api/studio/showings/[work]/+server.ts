import { readChallengeId } from '#lib/domain/challenge-folder.ts';
import { findShownVersionExcess } from '#lib/domain/demo.ts';
import { queueContributorMail } from '#lib/server/contributions/contributor-mail-job.ts';
import { database } from '#lib/server/db/index.ts';
import { createPersonRateLimit, readApiMessage, studioResponder } from '#lib/server/http/api.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import { compileFolder, FOLDER_PROCESS_FAILED } from '#lib/server/studio/folder-process.ts';
import { permitProblemFolder } from '#lib/server/studio/demo/problem-folders.ts';
import { hashShownParts, shownVersionOf } from '#lib/server/studio/demo/shown-version.ts';
import { endDemo, showVersionToContributor } from '#lib/server/studio/demo/demos.ts';
import { parseSentDemo } from '#lib/wire/demo.ts';
import { LARGEST_FOLDER_REQUEST_BYTES, parseSentFolderLink } from '#lib/wire/studio.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = studioResponder;

const MOST_DEMOS_IN_BURST = 10;
const MILLISECONDS_PER_DEMO = 10_000;
const RETRY_SECONDS = 10;
const LARGEST_DEMO_END_BYTES = 1000;
const demoLimit = new BurstLimit(MOST_DEMOS_IN_BURST, MILLISECONDS_PER_DEMO);
const limitRequests = createPersonRateLimit(studioResponder, RETRY_SECONDS, demoLimit);

export const POST: RequestHandler = async (event) => {
	const message = { limit: limitRequests, largestBytes: LARGEST_FOLDER_REQUEST_BYTES, parse: parseSentDemo };
	const request = await readApiMessage(event, studioResponder, permitProblemFolder('problem.show'), message);
	if (request instanceof Response) return request;
	const { person, row, body } = request;
	// A student who told the problem has no page on which to see a version.
	if (row.source === 'student') return refuse('absent');
	const compilation = await compileFolder(readChallengeId(body.files), body.files);
	if (compilation === FOLDER_PROCESS_FAILED) return refuse('busy', RETRY_SECONDS);
	const { problems, packed, program } = compilation;
	if (packed === null || program === '') return answer({ kind: 'problems', problems });
	const hash = hashShownParts(body.files);
	const version = shownVersionOf(packed.challenge, packed.privatePart.solution);
	const of = findShownVersionExcess(version, program);
	if (of !== undefined) return answer({ kind: 'excess', of });
	const demo = { problemId: row.id, account: person.id, workId: event.params.work, hash, version, program };
	const outcome = await showVersionToContributor(database(), demo, new Date());
	if (outcome !== 'shown') return refuse('absent');
	await queueContributorMail(row.id, 'shown');
	return answer({ kind: 'shown', hash });
};

export const DELETE: RequestHandler = async (event) => {
	const message = { limit: limitRequests, largestBytes: LARGEST_DEMO_END_BYTES, parse: parseSentFolderLink };
	const request = await readApiMessage(event, studioResponder, permitProblemFolder('problem.show'), message);
	if (request instanceof Response) return request;
	await endDemo(database(), request.row.id, event.params.work);
	return answer({ kind: 'ended' });
};
