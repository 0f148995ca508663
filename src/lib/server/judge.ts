/** The judge of this process: a child with worker threads, started by the first submission. */
import {
	createJudge,
	LOST,
	passedAll,
	type CallInput,
	type Judge,
	type JudgeInput,
	type Returned,
	type Verdict
} from '../../../sandbox/judge/index.ts';

let made: Judge | undefined;
/** Nothing is judged any more: what is not, the next process finds. */
let isClosed = false;
/** One after the other: of what is judged here nothing can be the fault of another program. */
let lane: Promise<unknown> = Promise.resolve();

function shared(): Judge {
	refuseWhenClosed();
	return (made ??= createJudge());
}

function refuseWhenClosed(): void {
	if (isClosed) throw new JudgeDown('The judge is closed.');
}

/** The judge cannot judge now. Nothing is said of the program. */
export class JudgeDown extends Error {
	override name = 'JudgeDown';
}

/**
 * The judge's process may end while it has a program: killed from outside, or by another program. Then this one is judged by itself,
 * and what is lost even so is for later. `blame`: it was lost often enough; if the judge can judge anything else, the program is said
 * to have crashed it.
 */
export async function judge(input: JudgeInput, { blame }: { blame: boolean }): Promise<Verdict> {
	const verdict = await shared().attempt(input);
	if (verdict !== LOST) return verdict;
	return alone(async (judge) => {
		const again = await judge.attempt(input);
		if (again !== LOST) return again;
		if (blame && (await isSound(judge))) return judge.judge(input);
		throw new JudgeDown('The judge ended.');
	});
}

/** What a function of a program returns. */
export async function call(input: CallInput): Promise<Returned> {
	const returned = await shared().call(input);
	if (returned !== LOST) return returned;
	return alone(async (judge) => {
		const again = await judge.call(input);
		if (again === LOST) throw new JudgeDown('The judge ended.');
		return again;
	});
}

function alone<T>(act: (judge: Judge) => Promise<T>): Promise<T> {
	const turn = lane.then(async () => {
		refuseWhenClosed();
		const judge = createJudge({ seats: 1 });
		return act(judge).finally(() => judge.close());
	});
	lane = turn.catch(() => undefined);
	return turn;
}

const CHECKS = 'checks/sound.ts';
const KNOWN: JudgeInput = {
	files: { 'main.ts': 'export const sum = (a: number, b: number) => a + b;' },
	around: {
		[CHECKS]: `import { expect, test } from 'vitest'; import { sum } from './main'; test('sum', () => expect(sum(1, 2)).toBe(3));`
	},
	checks: [CHECKS]
};

/** Whether it judges a program that is known to be right. */
async function isSound(judge: Judge): Promise<boolean> {
	const verdict = await judge.attempt(KNOWN);
	return verdict !== LOST && passedAll(verdict);
}

/** False when the child is there and does not answer within so many milliseconds. */
export async function judgeIsWell(milliseconds: number): Promise<boolean> {
	return made === undefined || (await made.isWell(milliseconds));
}

/** For good: the process ends. */
export async function closeJudge(): Promise<void> {
	isClosed = true;
	await made?.close();
	made = undefined;
}
