/** Runs the judge of this process: a child process with worker threads, started when first needed. */
import {
	createJudge,
	LOST_TASK_OUTCOME,
	hasVerdictPassed,
	type JudgeCallInput,
	type ExampleOutcome,
	type ExamplesInput,
	type Judge,
	type JudgeInput,
	type FunctionCallResult,
	type Verdict
} from '#sandbox/judge/index.ts';

/**
 * Whether this server was started without V8's WebAssembly optimiser, as in tests. The judge then also runs without the
 * optimiser, and with the app's priority, because tests wait for the judge.
 */
export const SKIPS_WASM_OPTIMISER = process.execArgv.includes('--liftoff-only');

let runningJudge: Judge | undefined;
/** Whether the judge was closed. It then refuses work, which the next server process takes up. */
let isJudgeClosed = false;
/** Settles with the last retry. Retried programs run one at a time, so that no other program can be at fault. */
let lastRetryRun: Promise<unknown> = Promise.resolve();

function getSharedJudge(): Judge {
	throwWhenJudgeClosed();
	return (runningJudge ??= createJudge({ isShortLived: SKIPS_WASM_OPTIMISER, hasLowPriority: !SKIPS_WASM_OPTIMISER }));
}

function throwWhenJudgeClosed(): void {
	if (isJudgeClosed) throw new JudgeDownError('The judge is closed.');
}

/** Thrown when the judge cannot judge now. The program need not be at fault. */
class JudgeDownError extends Error {
	override name = 'JudgeDownError';
}

/**
 * Judges a program. When the judge's process ends, which another program may have caused, the program is judged a second time,
 * alone. Rejects with `JudgeDownError` when the process ends again. `canBlame` says that the program has ended the process often
 * before: if a program known to be right then passes, a verdict says that this program crashed the judge, instead of the error.
 */
export async function judgeProgram(input: JudgeInput, { canBlame }: { canBlame: boolean }): Promise<Verdict> {
	const verdict = await getSharedJudge().judgeUnlessLost(input);
	if (verdict !== LOST_TASK_OUTCOME) return verdict;
	return runInSeparateJudge(async (judge) => {
		const secondVerdict = await judge.judgeUnlessLost(input);
		if (secondVerdict !== LOST_TASK_OUTCOME) return secondVerdict;
		if (canBlame && (await doesJudgePassKnownProgram(judge))) return judge.judge(input);
		throw new JudgeDownError('The judge ended.');
	});
}

export const callFunctionInJudge = (input: JudgeCallInput): Promise<FunctionCallResult> =>
	askJudgeAtMostTwice((judge) => judge.callFunction(input));

export const tryExamplesInJudge = (input: ExamplesInput): Promise<ExampleOutcome[]> =>
	askJudgeAtMostTwice((judge) => judge.tryExamples(input));

/**
 * Asks the judge; if the judge's process ends, asks a new process that runs nothing else. Rejects with `JudgeDownError` when that
 * process ends too.
 */
async function askJudgeAtMostTwice<T>(ask: (judge: Judge) => Promise<T | typeof LOST_TASK_OUTCOME>): Promise<T> {
	const answer = await ask(getSharedJudge());
	if (answer !== LOST_TASK_OUTCOME) return answer;
	return runInSeparateJudge(async (judge) => {
		const secondAnswer = await ask(judge);
		if (secondAnswer === LOST_TASK_OUTCOME) throw new JudgeDownError('The judge ended.');
		return secondAnswer;
	});
}

function runInSeparateJudge<T>(act: (judge: Judge) => Promise<T>): Promise<T> {
	const loneRun = lastRetryRun.then(async () => {
		throwWhenJudgeClosed();
		const judge = createJudge({ seats: 1, isShortLived: true, hasLowPriority: !SKIPS_WASM_OPTIMISER });
		return act(judge).finally(() => judge.close());
	});
	lastRetryRun = loneRun.catch(() => undefined);
	return loneRun;
}

const PROBE_CHECKS_FILE = 'checks/sound.ts';
const PROBE_JUDGE_INPUT: JudgeInput = {
	files: { 'main.ts': 'export const sum = (a: number, b: number) => a + b;' },
	authorFiles: {
		[PROBE_CHECKS_FILE]: `import { expect, test } from 'vitest'; import { sum } from './main'; test('sum', () => expect(sum(1, 2)).toBe(3));`
	},
	checks: [PROBE_CHECKS_FILE]
};

const WARM_UP_CHECK_COUNT = 50;
/** Number of judgements after which V8 has optimised most of what the judge runs, for two seats. */
const WARM_UP_JUDGEMENT_COUNT = 20;
const WARM_UP_PROGRAM = 'export const listOf = (n: number) => ({ n, list: [n, n + 1] });\n';
const WARM_UP_CHECKS: Omit<JudgeInput, 'files'> = {
	authorFiles: {
		[PROBE_CHECKS_FILE]: `import { expect, test } from 'vitest'; import { listOf } from './main';
			for (let n = 0; n < ${WARM_UP_CHECK_COUNT}; n++) test('list ' + n, () => expect(listOf(n)).toEqual({ n, list: [n, n + 1] }));`
	},
	checks: [PROBE_CHECKS_FILE]
};

/**
 * Starts the judge and lets it judge known programs until its code is optimised, because a class may be the first to hand in, and
 * all at once: its verdicts take 7 s without this, and 2 s with it. Rejects when a verdict is wrong.
 */
export async function warmUpJudge(judgementCount = WARM_UP_JUDGEMENT_COUNT): Promise<void> {
	for (let count = 0; count < judgementCount && !isJudgeClosed; count += 2) {
		// No two programs are the same, so that the compiler runs each time and is optimised too.
		const programs = [count, count + 1].map((number) => `${WARM_UP_PROGRAM}// ${number}\n`);
		const verdicts = await Promise.all(
			programs.map((program) => getSharedJudge().judgeUnlessLost({ files: { 'main.ts': program }, ...WARM_UP_CHECKS }))
		);
		if (verdicts.some((verdict) => verdict !== LOST_TASK_OUTCOME && !hasVerdictPassed(verdict)))
			throw new Error('The judge fails a program known to be right.');
	}
}

/** Tells whether the judge passes a program known to be right. */
async function doesJudgePassKnownProgram(judge: Judge): Promise<boolean> {
	const verdict = await judge.judgeUnlessLost(PROBE_JUDGE_INPUT);
	return verdict !== LOST_TASK_OUTCOME && hasVerdictPassed(verdict);
}

/** Returns false when the judge's process runs but does not answer within the given milliseconds. */
export async function isJudgeResponding(milliseconds: number): Promise<boolean> {
	return runningJudge === undefined || (await runningJudge.isResponding(milliseconds));
}

export async function closeJudge(): Promise<void> {
	isJudgeClosed = true;
	await runningJudge?.close();
	runningJudge = undefined;
}
