/** Has the judge try a student's examples before the hand-in, and stores nothing. */
import { assignmentPhaseOf } from '#lib/domain/assignment.ts';
import { removeHandInOnlyDetails } from '#lib/domain/verdict.ts';
import { LARGEST_EXAMPLE_TRIAL_BYTES, parseSentTrial } from '#lib/wire/example-trial.ts';
import { permitAssignedStudent } from '#lib/server/assignments/require-assignment.ts';
import { ConcurrencyLimiter } from '#lib/server/concurrency-limiter.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, handInResponder } from '#lib/server/http/api.ts';
import { attemptKey, countAttempt, EXAMPLE_TRIAL_LIMIT } from '#lib/server/rate-limit/attempts.ts';
import { judgeTrialExamples } from '#lib/server/submissions/judge-examples.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = handInResponder;

/** Runs one trial at a time, so that the judge's seats stay free for hand-ins. */
const trialLimiter = new ConcurrencyLimiter(1);
/** Account ids of students whose trial runs or waits; a student may have only one. */
const studentIdsInTrial = new Set<string>();
const MOST_STUDENTS_IN_TRIAL = 40;
const RETRY_SECONDS = 5;

export const POST: RequestHandler = async (event) => {
	const now = new Date();
	const message = { largestBytes: LARGEST_EXAMPLE_TRIAL_BYTES, parse: parseSentTrial };
	const request = await readApiMessage(event, handInResponder, permitAssignedStudent('submission.try', now), message);
	if (request instanceof Response) return request;
	const { assignment, person, body } = request;
	const { subject } = assignment;
	if (assignmentPhaseOf(assignment, now) === 'closed') return refuse('closed');
	if (subject.kind !== 'challenge') return refuse('absent');
	if (studentIdsInTrial.has(person.id) || studentIdsInTrial.size >= MOST_STUDENTS_IN_TRIAL)
		return refuse('too-often', RETRY_SECONDS);
	studentIdsInTrial.add(person.id);
	try {
		const seconds = await countAttempt(attemptKey('trial', person.id), EXAMPLE_TRIAL_LIMIT);
		if (seconds > 0) return refuse('too-often', seconds);
		const judgedTrial = await trialLimiter.run(() =>
			judgeTrialExamples(database(), subject.hash, body.step, body.examples)
		);
		return judgedTrial ? answer({ kind: 'tried', trial: removeHandInOnlyDetails(judgedTrial) }) : refuse('absent');
	} finally {
		studentIdsInTrial.delete(person.id);
	}
};
