/** The judge's work in the background: what was handed in, at least once each, and a search for what was lost. */
import * as v from 'valibot';
import type { Job } from '../background/job.ts';
import type { Database } from '../db/database.ts';
import { database } from '../db/index.ts';
import { failure, happened } from '../log/index.ts';
import { judgeSubmission, withoutVerdict, type ToJudge } from './judging.ts';

/** So often a program may lose the judge before that is said of it. */
const BLAME_FROM = 4;
/** More than that wait for the queue instead of in this process's memory. */
const MOST_AT_ONCE = 100;
const SEARCH_EVERY_MINUTES = 10;
const FOUND_TOGETHER = 4;
/** Seconds after which something handed in ought to have been judged. */
const PATIENCE = 60;

export const judging: Job<{ submissionId: string; challengeHash: string }> = {
	name: 'judging',
	data: v.object({ submissionId: v.string(), challengeHash: v.string() }),
	after: 10,
	together: 8,
	within: 300,
	retries: 10,
	perform: (toJudge, attempt) => judgeSubmission(database(), toJudge, { blame: attempt >= BLAME_FROM })
};

export const judgingSearch: Job<Record<string, never>> = {
	name: 'judging.search',
	data: v.object({}),
	schedule: `*/${SEARCH_EVERY_MINUTES} * * * *`,
	within: 1800,
	retries: 1,
	perform: () => judgeWhatWaits(database(), new Date(Date.now() - PATIENCE * 1000))
};

let underWay = 0;

/** At once, in this process, without anyone waiting for it. If it fails, it is the queue's. */
export function judgeSoon(toJudge: ToJudge): void {
	if (underWay >= MOST_AT_ONCE) return;
	underWay += 1;
	judgeSubmission(database(), toJudge)
		.catch((error: unknown) => failure('judging.failed', error))
		.finally(() => (underWay -= 1));
}

/** A few at a time: whoever hands in now is not to wait for all of these. */
export async function judgeWhatWaits(from: Database, before = new Date()): Promise<void> {
	const waiting = await withoutVerdict(from, before);
	if (waiting.length > 0) happened('judging.found', { count: waiting.length });
	const work = async () => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			await judgeSubmission(from, next).catch((error: unknown) => failure('judging.failed', error));
		}
	};
	await Promise.all(Array.from({ length: FOUND_TOGETHER }, work));
}
