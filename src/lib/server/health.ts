/** Tells whether this process can do its work, for monitoring. */
import { connection } from '#lib/server/db/index.ts';
import { judgeIsWell } from './judge.ts';

const PATIENCE = 2_000;

type State = 'ok' | 'not answering';

export interface Health {
	database: State;
	judge: State;
}

export async function health(): Promise<Health> {
	const [database, judge] = await Promise.all([answers(databaseAnswers()), answers(judgeIsWell(PATIENCE))]);
	return { database, judge };
}

async function databaseAnswers(): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, PATIENCE, false)));
	const asked = connection()
		.query('select 1')
		.then(() => true);
	// Handle a rejection that comes after the time-out.
	asked.catch(() => undefined);
	return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/** Leaves out the reason: an error may hold an address. */
async function answers(well: Promise<boolean>): Promise<State> {
	return (await well.catch(() => false)) ? 'ok' : 'not answering';
}
