/** Concurrent requests for the same submission share the work. */
import { and, eq, exists } from 'drizzle-orm';
import { JUDGE_ENGINE } from '#sandbox/judge/index.ts';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import { pickChallengeDataFiles, judgeInputOf, type ChallengeJudgeInput } from '#lib/server/content/judge-input.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import { RecentCache } from '#lib/server/content/recent-cache.ts';
import type { Database } from '#lib/server/db/database.ts';
import { submission, verdict } from '#lib/server/db/schema/index.ts';
import { callFunctionInJudge, judgeProgram } from '#lib/server/judge.ts';
import { judgeHandedInExamples } from './judge-examples.ts';
import { parsePrediction } from './memberships.ts';
import { storeVerdict } from './verdicts.ts';
import { dequeueSubmission, type JudgingTask } from './verdict-queue.ts';

const JUDGE_ENGINE_NAME = `${JUDGE_ENGINE.name}@${JUDGE_ENGINE.version}`;

const recentJudgeInputs = new RecentCache<ChallengeJudgeInput>(16);
const judgingByTask = new Map<string, Promise<void>>();

/** Judges a submission and stores the verdict. With `canBlame`, the verdict on a program that crashes the judge again says so. */
export function judgeSubmission(database: Database, toJudge: JudgingTask, { canBlame = false } = {}): Promise<void> {
	const key = `${toJudge.submissionId} ${toJudge.challengeHash}`;
	const currentJudgement = judgingByTask.get(key);
	if (currentJudgement !== undefined) return currentJudgement;
	const judging = judgeAndStoreVerdict(database, toJudge, canBlame).finally(() => judgingByTask.delete(key));
	judgingByTask.set(key, judging);
	return judging;
}

async function judgeAndStoreVerdict(
	database: Database,
	{ submissionId, challengeHash }: JudgingTask,
	canBlame: boolean
): Promise<void> {
	const storedVerdicts = database
		.select({ id: verdict.id })
		.from(verdict)
		.where(
			and(
				eq(verdict.submissionId, submission.id),
				eq(verdict.challengeHash, challengeHash),
				eq(verdict.engine, JUDGE_ENGINE_NAME)
			)
		);
	const [handedIn] = await database
		.select({
			files: submission.files,
			steps: submission.steps,
			prediction: submission.prediction,
			isJudged: exists(storedVerdicts)
		})
		.from(submission)
		.where(eq(submission.id, submissionId));
	// The student took the submission back, which also removed it from the queue.
	if (!handedIn) return;
	if (handedIn.isJudged) return dequeueSubmission(database, { submissionId, challengeHash });
	const by = await judgeInputOfVersion(database, challengeHash);
	if (!by) throw new Error('There is no such version of a challenge.');
	const { files } = handedIn;
	const newVerdict = await judgeProgram({ files, ...by }, { canBlame });
	const caughtExamples = await judgeHandedInExamples(database, challengeHash, handedIn.steps);
	const predictedCall = parsePrediction(handedIn.prediction);
	const { load } = newVerdict.report;
	await storeVerdict(database, {
		submissionId,
		challengeHash,
		engine: JUDGE_ENGINE_NAME,
		verdict: newVerdict,
		caughtMutants: caughtExamples,
		returnedValue:
			predictedCall && load?.kind === 'too-large'
				? { kind: 'problem', problem: load }
				: predictedCall &&
					(await callFunctionInJudge({
						files,
						authorFiles: pickChallengeDataFiles(by.authorFiles),
						name: predictedCall.name,
						args: predictedCall.args,
						limits: by.limits
					}))
	});
}

async function judgeInputOfVersion(database: Database, hash: string): Promise<ChallengeJudgeInput | undefined> {
	const recentInput = recentJudgeInputs.get(hash);
	if (recentInput) return recentInput;
	const [challenge, hidden] = await Promise.all([findPackage(database, hash), loadPrivatePart(hash, database)]);
	if (!challenge || !hidden) return undefined;
	const input = judgeInputOf({ challenge, privatePart: hidden });
	recentJudgeInputs.set(hash, input);
	return input;
}
