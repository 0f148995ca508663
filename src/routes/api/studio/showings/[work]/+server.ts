/** Shows a version of a folder to the problem's teller, or stops showing it. */
import { readChallengeId } from '#lib/domain/challenge-folder.ts';
import { findShownVersionExcess } from '#lib/domain/showing.ts';
import { queueTellerMail } from '#lib/server/contributions/teller-mail-job.ts';
import { database } from '#lib/server/db/index.ts';
import { createPersonRateLimit, readApiMessage, studioResponder } from '#lib/server/http/api.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import { compileFolder, FOLDER_PROCESS_FAILED } from '#lib/server/studio/folder-process.ts';
import { permitProblemFolder } from '#lib/server/studio/showing/problem-folders.ts';
import { hashShownParts, shownVersionOf } from '#lib/server/studio/showing/shown-version.ts';
import { endShowing, showVersionToTeller } from '#lib/server/studio/showing/showings.ts';
import { parseSentShowing } from '#lib/wire/showing.ts';
import { LARGEST_FOLDER_REQUEST_BYTES, parseSentFolderLink } from '#lib/wire/studio.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = studioResponder;

const MOST_SHOWINGS_IN_BURST = 10;
const MILLISECONDS_PER_SHOWING = 10_000;
const RETRY_SECONDS = 10;
const LARGEST_SHOWING_END_BYTES = 1000;
const showingLimit = new BurstLimit(MOST_SHOWINGS_IN_BURST, MILLISECONDS_PER_SHOWING);
const limitRequests = createPersonRateLimit(studioResponder, RETRY_SECONDS, showingLimit);

export const POST: RequestHandler = async (event) => {
	const message = { limit: limitRequests, largestBytes: LARGEST_FOLDER_REQUEST_BYTES, parse: parseSentShowing };
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
	const showing = { problemId: row.id, account: person.id, workId: event.params.work, hash, version, program };
	const outcome = await showVersionToTeller(database(), showing, new Date());
	if (outcome !== 'shown') return refuse('absent');
	await queueTellerMail(row.id, 'shown');
	return answer({ kind: 'shown', hash });
};

export const DELETE: RequestHandler = async (event) => {
	const message = { limit: limitRequests, largestBytes: LARGEST_SHOWING_END_BYTES, parse: parseSentFolderLink };
	const request = await readApiMessage(event, studioResponder, permitProblemFolder('problem.show'), message);
	if (request instanceof Response) return request;
	await endShowing(database(), request.row.id, event.params.work);
	return answer({ kind: 'ended' });
};
