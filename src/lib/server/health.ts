/** Tells whether this process can do its work, for monitoring. */
import { connection } from '#lib/server/db/index.ts';
import { isJudgeResponding } from './judge.ts';

const LONGEST_HEALTH_ANSWER_MILLISECONDS = 2_000;

type PartHealth = 'ok' | 'not answering';

export interface Health {
	database: PartHealth;
	judge: PartHealth;
}

export async function checkHealth(): Promise<Health> {
	const [database, judge] = await Promise.all([
		partHealthOf(isDatabaseAnswering()),
		partHealthOf(isJudgeResponding(LONGEST_HEALTH_ANSWER_MILLISECONDS))
	]);
	return { database, judge };
}

async function isDatabaseAnswering(): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const timeLimit = new Promise<false>(
		(resolve) => (timer = setTimeout(resolve, LONGEST_HEALTH_ANSWER_MILLISECONDS, false))
	);
	const queryAnswer = connection()
		.query('select 1')
		.then(() => true);
	// Handle a rejection that comes after the time limit, which would otherwise end the process.
	queryAnswer.catch(() => undefined);
	return Promise.race([queryAnswer, timeLimit]).finally(() => clearTimeout(timer));
}

/** Tells whether a part of the server answers. The reason for a failure is left out, because an error may contain an address. */
async function partHealthOf(answerPromise: Promise<boolean>): Promise<PartHealth> {
	return (await answerPromise.catch(() => false)) ? 'ok' : 'not answering';
}
