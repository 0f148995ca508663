import { describe, expect, test } from 'vitest';
import { createCheckModule, runChecks } from '../check/index.ts';
import { compileInNode } from '../compile/node/index.ts';
import type { Report } from '../report.ts';
import { ProgramClock } from '../run/worker/clock.ts';
import { readJestExercise, jestExerciseNames, toComparableReport } from './read-jest-exercises.ts';
import { hasVerdictPassed, type JudgeInput } from './index.ts';
import { judge } from './unit-test-judge.ts';

const JEST_EXERCISE_LIMITS = { time: 20_000, total: 60_000 };

const createJudgeInput = (name: string, variant: 'solution' | 'stub'): JudgeInput => ({
	...readJestExercise(name, variant),
	limits: JEST_EXERCISE_LIMITS
});

/** Runs program and checks in one realm, as a browser does. */
async function runChecksInNode({ files, program = '', authorFiles: given, checks }: JudgeInput): Promise<Report> {
	const compilation = await compileInNode({ files: { ...files, ...given }, program, checks });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	const clock = new ProgramClock();
	const realm = { Date, performance: {} } as unknown as typeof globalThis;
	clock.replaceTimeFunctions(realm);
	clock.onWaiting = () => void setImmediate(() => clock.advanceToNextTimer());
	const module = createCheckModule({
		realm,
		time: clock.programTime,
		callWhenIdle: (callback) => void setImmediate(callback)
	});
	const evaluatedModule: { exports: { checks: Record<string, () => void> } } = { exports: { checks: {} } };
	// Each call looks up the present function, because a check may replace it with a fake timer.
	const timers = {
		setTimeout: (...values: Parameters<typeof setTimeout>) => realm.setTimeout(...values),
		setInterval: (...values: Parameters<typeof setInterval>) => realm.setInterval(...values),
		clearTimeout: (timer: number) => realm.clearTimeout(timer),
		clearInterval: (timer: number) => realm.clearInterval(timer)
	};
	const globalByName = { ...module.exports, ...timers, Date: realm.Date, console: { log: () => undefined } };
	const globalEntries = Object.entries(globalByName).filter(([name]) => name !== '__esModule');
	const globalNames = globalEntries.map(([name]) => name);
	const runBundle = new Function(
		'require',
		'module',
		'exports',
		...globalNames,
		`"use strict";${compilation.bundle.code}`
	);
	runBundle(() => module.exports, evaluatedModule, evaluatedModule.exports, ...globalEntries.map(([, value]) => value));
	const checkFiles = checks.map((file) => ({ file, evaluate: () => evaluatedModule.exports.checks[file]?.() }));
	return runChecks({ module, checkFiles, host: { now: () => performance.now() }, timeLimit: 5000, seed: 1 });
}

/** `npm test` judges one of so many exercises; `npm run test:more` judges the others. */
const EXERCISE_SAMPLING_INTERVAL = 8;

describe.each(jestExerciseNames)('%s', (name) => {
	const tags = jestExerciseNames.indexOf(name) % EXERCISE_SAMPLING_INTERVAL === 0 ? [] : ['more'];

	test('its solution passes', { tags }, async () => {
		const verdict = await judge.judge(createJudgeInput(name, 'solution'));
		expect(verdict.report.results.filter(({ status }) => status !== 'pass')).toEqual([]);
		expect(verdict.report.load).toBeUndefined();
		expect(hasVerdictPassed(verdict)).toBe(true);
	});
	test('its stub fails, with the same result of each check as in Node', { tags }, async () => {
		const input = createJudgeInput(name, 'stub');
		const verdict = await judge.judge(input);
		expect(hasVerdictPassed(verdict)).toBe(false);
		expect(toComparableReport(verdict.report)).toEqual(toComparableReport(await runChecksInNode(input)));
	});
});
