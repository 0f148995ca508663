/** Runs the judging of this process and searches for submissions missing from the queue. */
import { availableParallelism } from 'node:os';
import * as v from 'valibot';
import type { Job } from '#lib/server/background/job.ts';
import { connection, database, type Database } from '#lib/server/db/index.ts';
import { closeJudge } from '#lib/server/judge.ts';
import { failure, logEvent } from '#lib/server/log/index.ts';
import { Dispatcher } from './dispatcher.ts';
import { judgeSubmission } from './judging.ts';
import { takeFromTheDead, waitForLost } from './verdict-queue.ts';

/** Attempts in which a program may crash the judge before its verdict says so. */
const BLAME_AFTER = 4;
/** At least two, so that an endless program does not block everyone. */
const SEATS = Math.max(2, availableParallelism());
/** Milliseconds after which a submission counts as slow; an ordinary program takes a tenth of it. */
const SLOW_AFTER = 1000;
/** More than one class: at 100 kB a program, they take 4 MB together. */
const MOST_UNDER_WAY = 40;
const SEARCH_EVERY_MINUTES = 10;

let dispatcher: Dispatcher | undefined;

export async function startJudging(): Promise<void> {
	const { kind } = connection();
	if (kind === 'pglite') await takeFromTheDead(database());
	dispatcher = dispatcherOf(database());
	dispatcher.begin();
	await findLost(database());
}

export async function stopJudging(): Promise<void> {
	if (dispatcher === undefined) return closeJudge();
	await dispatcher.stop(closeJudge);
	dispatcher = undefined;
}

/** Wakes the dispatcher without waiting for the verdict. */
export function judgeSoon(): void {
	dispatcher?.wake();
}

export const judgingSearch: Job<Record<string, never>> = {
	name: 'judging.search',
	data: v.object({}),
	schedule: `*/${SEARCH_EVERY_MINUTES} * * * *`,
	within: 1800,
	retries: 1,
	perform: () => findLost(database())
};

export async function judgeWhatWaits(from: Database): Promise<void> {
	await waitForLost(from);
	const once = dispatcherOf(from);
	once.wake();
	await once.idle();
}

async function findLost(from: Database): Promise<void> {
	const count = await waitForLost(from);
	if (count === 0) return;
	logEvent('judging.found', { count });
	judgeSoon();
}

function dispatcherOf(from: Database): Dispatcher {
	return new Dispatcher({
		database: from,
		seats: SEATS,
		slowAfter: SLOW_AFTER,
		most: MOST_UNDER_WAY,
		judge: (taken) => judgeSubmission(from, taken, { blame: taken.attempts > BLAME_AFTER }),
		failed: (error) => failure('judging.failed', error)
	});
}
