/** Runs the judge of this process: a child with worker threads, started by the first submission. */
import {
	createJudge,
	TASK_LOST,
	hasPassedAll,
	type CallInput,
	type Judge,
	type JudgeInput,
	type ReturnedValue,
	type Verdict
} from '#sandbox/judge/index.ts';

let runningJudge: Judge | undefined;
/** Once closed, the judge refuses work; the next process finds it. */
let isClosed = false;
/** Retried programs run one at a time, so that no other program can be at fault. */
let lastAlone: Promise<unknown> = Promise.resolve();

function sharedJudge(): Judge {
	refuseWhenClosed();
	return (runningJudge ??= createJudge());
}

function refuseWhenClosed(): void {
	if (isClosed) throw new JudgeDown('The judge is closed.');
}

/** The judge cannot judge now; this says nothing about the program. */
class JudgeDown extends Error {
	override name = 'JudgeDown';
}

/**
 * Judges a program, alone a second time if the judge's process ends, which another program may have caused. Rejects with `JudgeDown` when
 * it is lost again. With `blame` it was lost often enough: if the judge still judges a known program, the verdict says that this one
 * crashed it.
 */
export async function judgeProgram(input: JudgeInput, { blame }: { blame: boolean }): Promise<Verdict> {
	const verdict = await sharedJudge().judgeUnlessLost(input);
	if (verdict !== TASK_LOST) return verdict;
	return runAlone(async (judge) => {
		const again = await judge.judgeUnlessLost(input);
		if (again !== TASK_LOST) return again;
		if (blame && (await passesKnownProgram(judge))) return judge.judge(input);
		throw new JudgeDown('The judge ended.');
	});
}

export async function callFunction(input: CallInput): Promise<ReturnedValue> {
	const returned = await sharedJudge().call(input);
	if (returned !== TASK_LOST) return returned;
	return runAlone(async (judge) => {
		const again = await judge.call(input);
		if (again === TASK_LOST) throw new JudgeDown('The judge ended.');
		return again;
	});
}

function runAlone<T>(act: (judge: Judge) => Promise<T>): Promise<T> {
	const turn = lastAlone.then(async () => {
		refuseWhenClosed();
		const judge = createJudge({ seats: 1 });
		return act(judge).finally(() => judge.close());
	});
	lastAlone = turn.catch(() => undefined);
	return turn;
}

const KNOWN_CHECKS_FILE = 'checks/sound.ts';
const KNOWN_INPUT: JudgeInput = {
	files: { 'main.ts': 'export const sum = (a: number, b: number) => a + b;' },
	authorFiles: {
		[KNOWN_CHECKS_FILE]: `import { expect, test } from 'vitest'; import { sum } from './main'; test('sum', () => expect(sum(1, 2)).toBe(3));`
	},
	checks: [KNOWN_CHECKS_FILE]
};

/** Tells whether the judge passes a program known to be right. */
async function passesKnownProgram(judge: Judge): Promise<boolean> {
	const verdict = await judge.judgeUnlessLost(KNOWN_INPUT);
	return verdict !== TASK_LOST && hasPassedAll(verdict);
}

/** Returns false when the child runs but does not answer within the milliseconds. */
export async function isJudgeWell(milliseconds: number): Promise<boolean> {
	return runningJudge === undefined || (await runningJudge.isWell(milliseconds));
}

export async function closeJudge(): Promise<void> {
	isClosed = true;
	await runningJudge?.close();
	runningJudge = undefined;
}
