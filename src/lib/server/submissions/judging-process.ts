import { availableParallelism } from 'node:os';
import * as v from 'valibot';
import type { BackgroundJob } from '#lib/server/background/queue.ts';
import { connection, database, type Database } from '#lib/server/db/index.ts';
import { closeJudge, SKIPS_WASM_OPTIMISER, warmUpJudge } from '#lib/server/judge.ts';
import { logFailure, logEvent } from '#lib/server/log/index.ts';
import { VerdictDispatcher } from './dispatcher.ts';
import { judgeSubmission } from './judging.ts';
import { releaseAllTasks, enqueueUnjudgedSubmissions } from './verdict-queue.ts';

/** Number of attempts in which a program may crash the judge before its verdict says that it did. */
const JUDGE_CRASHES_BEFORE_BLAME = 4;
/**
 * Submissions judged at a time: at least two, so that an endless program does not block everyone, and two more, so that the judge has a
 * program while others are read from the database or their verdicts stored.
 */
const JUDGING_SEATS = Math.max(2, availableParallelism()) + 2;
/** Milliseconds after which a submission counts as slow; an ordinary program takes a tenth of that. */
const SLOW_JUDGING_MILLISECONDS = 1000;
/** Submissions judged at a time, slow ones included: more than a class hands in. They take 4 MB when each program has 100 kB. */
const MOST_RUNNING_SUBMISSIONS = 40;
const UNJUDGED_SEARCH_INTERVAL_MINUTES = 10;
/** Milliseconds between the server's start and that of its judge, so that the first pages come first. */
const JUDGE_WARM_UP_DELAY_MILLISECONDS = 5000;

let dispatcher: VerdictDispatcher | undefined;
let judgeWarmUpTimer: NodeJS.Timeout | undefined;

export async function startJudging(): Promise<void> {
	const { kind } = connection();
	if (kind === 'pglite') await releaseAllTasks(database());
	dispatcher = createDispatcher(database());
	dispatcher.begin();
	if (!SKIPS_WASM_OPTIMISER)
		judgeWarmUpTimer = setTimeout(() => void warmUpJudgeAndLog(), JUDGE_WARM_UP_DELAY_MILLISECONDS).unref();
	await enqueueLostSubmissions(database());
}

async function warmUpJudgeAndLog(): Promise<void> {
	const startedAt = performance.now();
	try {
		await warmUpJudge();
		logEvent('judging.ready', { ms: Math.round(performance.now() - startedAt) });
	} catch (error) {
		logFailure('judging.failed', error);
	}
}

export async function stopJudging(): Promise<void> {
	clearTimeout(judgeWarmUpTimer);
	if (dispatcher === undefined) return closeJudge();
	await dispatcher.stop(closeJudge);
	dispatcher = undefined;
}

export function wakeDispatcher(): void {
	dispatcher?.wake();
}

export const unjudgedSubmissionsJob: BackgroundJob<Record<string, never>> = {
	name: 'judging.search',
	dataSchema: v.object({}),
	schedule: `*/${UNJUDGED_SEARCH_INTERVAL_MINUTES} * * * *`,
	timeoutSeconds: 1800,
	retries: 1,
	perform: () => enqueueLostSubmissions(database())
};

export async function judgeWaitingSubmissions(from: Database): Promise<void> {
	await enqueueUnjudgedSubmissions(from);
	const temporaryDispatcher = createDispatcher(from);
	temporaryDispatcher.wake();
	await temporaryDispatcher.waitUntilIdle();
}

async function enqueueLostSubmissions(from: Database): Promise<void> {
	const count = await enqueueUnjudgedSubmissions(from);
	if (count === 0) return;
	logEvent('judging.found', { count });
	wakeDispatcher();
}

function createDispatcher(from: Database): VerdictDispatcher {
	return new VerdictDispatcher({
		database: from,
		seats: JUDGING_SEATS,
		slowAfterMilliseconds: SLOW_JUDGING_MILLISECONDS,
		mostUnderWay: MOST_RUNNING_SUBMISSIONS,
		judge: (taken) => judgeSubmission(from, taken, { canBlame: taken.attempts > JUDGE_CRASHES_BEFORE_BLAME }),
		onFailure: (error) => logFailure('judging.failed', error)
	});
}
