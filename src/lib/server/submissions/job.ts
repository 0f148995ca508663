/** The judging of this process: what waits, and a search for what was lost. */
import { availableParallelism } from 'node:os';
import * as v from 'valibot';
import type { Job } from '../background/job.ts';
import { connection, database, type Database } from '../db/index.ts';
import { closeJudge } from '../judge.ts';
import { failure, logEvent } from '../log/index.ts';
import { Dispatcher } from './dispatcher.ts';
import { judgeSubmission } from './judging.ts';
import { takeFromTheDead, waitForLost } from './verdict-queue.ts';

/** So often a program may lose the judge before that is said of it. */
const BLAME_AFTER = 4;
/** More than one, so that a program that never ends does not keep everyone waiting. */
const SEATS = Math.max(2, availableParallelism());
/** Milliseconds. An ordinary program takes a tenth of it. */
const LONG = 1000;
/** A class and some more: each program has 100 kB at most, so together they take 4 MB. */
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

/** For good: the process ends. */
export async function stopJudging(): Promise<void> {
	if (dispatcher === undefined) return closeJudge();
	await dispatcher.stop(closeJudge);
	dispatcher = undefined;
}

/** Something waits since a moment: it is judged at once when it is its turn, without anyone waiting for it. */
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

/** Resolves when it is judged. */
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
		long: LONG,
		most: MOST_UNDER_WAY,
		judge: (taken) => judgeSubmission(from, taken, { blame: taken.attempts > BLAME_AFTER }),
		failed: (error) => failure('judging.failed', error)
	});
}
