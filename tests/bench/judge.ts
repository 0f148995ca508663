import { availableParallelism } from 'node:os';
import { createJudge, hasVerdictPassed, type Judge, type JudgeInput } from '#sandbox/judge/index.ts';
import { hasReportPassed, type Report } from '#sandbox/report.ts';
import { runChecksInPlainNode } from './judge/plain.ts';
import { spreadOf, type MeasurementSpread, roundToDigits } from './statistics.ts';
import { aimAtLeast, aimAtMost, type Aim } from './aim.ts';

export function judgeAims({ fixed, perSecond }: JudgeFigures): Aim[] {
	return [
		aimAtMost('judgement, fixed cost, p50, ms', 15, fixed.judge.p50),
		aimAtLeast('judgements of 20 light checks, per second', 40, perSecond.judge)
	];
}

export function formatJudgeFigures({ fixed, light, perSecond, call, seats }: JudgeFigures): string[] {
	const formatContenderLine = (name: 'judge' | 'node') =>
		`  ${name.padEnd(6)} one check ${fixed[name].p50} / ${fixed[name].p95} · 20 checks ${light[name].p50} / ${light[name].p95} · ` +
		`${roundToDigits(perSecond[name])} in a second · a call ${roundToDigits(call[name], 2)} µs`;
	return [
		`Judging (${fixed.judge.runs} runs, ${seats} seats; plain Node has one core)`,
		formatContenderLine('judge'),
		formatContenderLine('node')
	];
}

const JUDGE_CONTENDERS = ['judge', 'node'] as const;
type JudgeContender = (typeof JUDGE_CONTENDERS)[number];

export interface JudgeFigures {
	/** Milliseconds for a judgement with one check that does not call the program. */
	fixed: Record<JudgeContender, MeasurementSpread>;
	/** Milliseconds for a judgement with 20 light checks. */
	light: Record<JudgeContender, MeasurementSpread>;
	/** Judgements per second, each with 20 light checks. Plain Node uses one core. */
	perSecond: Record<JudgeContender, number>;
	/** Microseconds for a call from a check to a function of the program. */
	call: Record<JudgeContender, number>;
	seats: number;
}

const LIGHT_CHECK_COUNT = 20;
const CALLS_IN_CHECK = 1000;
const WARM_UP_RUNS = 5;

const oneCheckFileText = writeChecksFile(`test('one', () => { expect(1).toBe(1); });`);
const lightChecksFileText = writeChecksFile(
	...Array.from({ length: LIGHT_CHECK_COUNT }, (_, n) => `test('${n}', () => { expect(cost(${n})).toBe(${n * 2}); });`)
);
const callsCheckFileText = writeChecksFile(
	`test('calls', () => { let n = 0; for (let i = 0; i < ${CALLS_IN_CHECK}; i++) n += cost(i); expect(n).toBeGreaterThan(0); });`
);

export async function measureJudge(runs: number): Promise<JudgeFigures> {
	const seats = availableParallelism();
	// Few runs only show that the bench works, so the judge need not optimise its code.
	const judge = createJudge({ seats, isShortLived: runs < WARM_UP_RUNS });
	try {
		const fixedTimes = await measureJudgementTimes(judge, oneCheckFileText, runs);
		const lightTimes = await measureJudgementTimes(judge, lightChecksFileText, runs);
		const callsTimes = await measureJudgementTimes(
			judge,
			callsCheckFileText,
			Math.ceil(runs / 4),
			(report) => report.results[0]?.duration ?? 0
		);
		const microsecondsPerCall = (by: JudgeContender) => (callsTimes[by].p50 * 1000) / CALLS_IN_CHECK;
		return {
			fixed: fixedTimes,
			light: lightTimes,
			perSecond: {
				judge: await measureJudgementRate(
					runs,
					(edition) => runChecksInJudge(judge, lightChecksFileText, edition),
					seats * 2
				),
				node: await measureJudgementRate(runs, (edition) => runChecksInNode(lightChecksFileText, edition), 1)
			},
			call: { judge: microsecondsPerCall('judge'), node: microsecondsPerCall('node') },
			seats
		};
	} finally {
		await judge.close();
	}
}

/** Measures the whole time of each judgement, or the time that `readDuration` reads from its report. */
async function measureJudgementTimes(
	judge: Judge,
	checksText: string,
	runs: number,
	readDuration?: (report: Report) => number
): Promise<Record<JudgeContender, MeasurementSpread>> {
	const times: Record<JudgeContender, number[]> = { judge: [], node: [] };
	const run = {
		judge: (edition: number) => runChecksInJudge(judge, checksText, edition),
		node: (edition: number) => runChecksInNode(checksText, edition)
	};
	for (let edition = -Math.min(WARM_UP_RUNS, runs); edition < runs; edition++) {
		for (const contender of JUDGE_CONTENDERS) {
			const start = performance.now();
			const report = await run[contender](edition);
			if (edition >= 0) times[contender].push(readDuration?.(report) ?? performance.now() - start);
		}
	}
	return { judge: spreadOf(times.judge), node: spreadOf(times.node) };
}

/** Keeps `atOnce` judgements running at the same time, so that the judge never waits for a request. */
async function measureJudgementRate(
	runs: number,
	run: (edition: number) => Promise<Report>,
	atOnce: number
): Promise<number> {
	const start = performance.now();
	let nextEdition = 0;
	const judgeNextEditions = async () => {
		while (nextEdition < runs) await run(nextEdition++);
	};
	await Promise.all(Array.from({ length: atOnce }, judgeNextEditions));
	return (runs * 1000) / (performance.now() - start);
}

async function runChecksInJudge(judge: Judge, checksText: string, edition: number): Promise<Report> {
	const verdict = await judge.judge(createJudgeInput(checksText, edition));
	if (!hasVerdictPassed(verdict)) throw new Error(`not passed: ${JSON.stringify(verdict.report)}`);
	return verdict.report;
}

async function runChecksInNode(checksText: string, edition: number): Promise<Report> {
	const report = await runChecksInPlainNode(createJudgeInput(checksText, edition));
	if (!hasReportPassed(report)) throw new Error(`not passed: ${JSON.stringify(report)}`);
	return report;
}

/** Returns the input with a different program for each edition and the same checks, as in a class. */
function createJudgeInput(checksText: string, edition: number): JudgeInput {
	return {
		files: {
			'main.ts': `export const edition = ${edition};\nexport function cost(n: number): number {\n\treturn n * 2;\n}\n`
		},
		authorFiles: { 'checks/light.ts': checksText },
		checks: ['checks/light.ts']
	};
}

function writeChecksFile(...tests: string[]): string {
	return [`import { expect, test } from 'vitest';`, `import { cost } from './main';`, ...tests].join('\n');
}
