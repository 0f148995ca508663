/** Measures the judge beside plain Node, in turns: fixed cost, light checks, throughput and calls. */
import { availableParallelism } from 'node:os';
import { createJudge, hasPassedAll, type Judge, type JudgeInput } from '#sandbox/judge/index.ts';
import { hasPassed, type Report } from '#sandbox/report.ts';
import { checkInPlainNode } from './judge/plain.ts';
import { spreadOf, type Spread } from './statistics.ts';

const JUDGES = ['judge', 'node'] as const;
type Contender = (typeof JUDGES)[number];

export interface JudgeFigures {
	/** Milliseconds for a judgement with one check that does not call the program. */
	fixed: Record<Contender, Spread>;
	/** Milliseconds for a judgement with 20 light checks. */
	light: Record<Contender, Spread>;
	/** Judgements with 20 light checks per second. Plain Node uses one core. */
	perSecond: Record<Contender, number>;
	/** Microseconds for a call from a check to a function of the program. */
	call: Record<Contender, number>;
	seats: number;
}

const LIGHT = 20;
const CALLS = 1000;
const WARM = 5;

const one = checks(`test('one', () => { expect(1).toBe(1); });`);
const light = checks(
	...Array.from({ length: LIGHT }, (_, n) => `test('${n}', () => { expect(cost(${n})).toBe(${n * 2}); });`)
);
const calls = checks(
	`test('calls', () => { let n = 0; for (let i = 0; i < ${CALLS}; i++) n += cost(i); expect(n).toBeGreaterThan(0); });`
);

export async function measureJudge(runs: number): Promise<JudgeFigures> {
	const seats = availableParallelism();
	const judge = createJudge({ seats });
	try {
		const fixedTimes = await timesOf(judge, one, runs);
		const each = await timesOf(judge, light, runs);
		const calling = await timesOf(judge, calls, Math.ceil(runs / 4), (report) => report.results[0]?.duration ?? 0);
		const call = (by: Contender) => (calling[by].p50 * 1000) / CALLS;
		return {
			fixed: fixedTimes,
			light: each,
			perSecond: {
				judge: await rateOf(runs, (edition) => reportOfJudge(judge, light, edition), seats * 2),
				node: await rateOf(runs, (edition) => reportInNode(light, edition), 1)
			},
			call: { judge: call('judge'), node: call('node') },
			seats
		};
	} finally {
		await judge.close();
	}
}

/** Measures the whole time of each judgement, or the time that `within` reads from its report. */
async function timesOf(
	judge: Judge,
	text: string,
	runs: number,
	within?: (report: Report) => number
): Promise<Record<Contender, Spread>> {
	const times: Record<Contender, number[]> = { judge: [], node: [] };
	const run = {
		judge: (edition: number) => reportOfJudge(judge, text, edition),
		node: (edition: number) => reportInNode(text, edition)
	};
	for (let edition = -WARM; edition < runs; edition++) {
		for (const by of JUDGES) {
			const start = performance.now();
			const report = await run[by](edition);
			if (edition >= 0) times[by].push(within?.(report) ?? performance.now() - start);
		}
	}
	return { judge: spreadOf(times.judge), node: spreadOf(times.node) };
}

/** Keeps `atOnce` judgements running at the same time, so that the judge never waits for a request. */
async function rateOf(runs: number, run: (edition: number) => Promise<Report>, atOnce: number): Promise<number> {
	const start = performance.now();
	let next = 0;
	const work = async () => {
		while (next < runs) await run(next++);
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return (runs * 1000) / (performance.now() - start);
}

async function reportOfJudge(judge: Judge, text: string, edition: number): Promise<Report> {
	const verdict = await judge.judge(inputOf(text, edition));
	if (!hasPassedAll(verdict)) throw new Error(`not passed: ${JSON.stringify(verdict.report)}`);
	return verdict.report;
}

async function reportInNode(text: string, edition: number): Promise<Report> {
	const report = await checkInPlainNode(inputOf(text, edition));
	if (!hasPassed(report)) throw new Error(`not passed: ${JSON.stringify(report)}`);
	return report;
}

/** Returns the input with a different program for each edition and the same checks, as in a class. */
function inputOf(text: string, edition: number): JudgeInput {
	return {
		files: {
			'main.ts': `export const edition = ${edition};\nexport function cost(n: number): number {\n\treturn n * 2;\n}\n`
		},
		authorFiles: { 'checks/light.ts': text },
		checks: ['checks/light.ts']
	};
}

function checks(...tests: string[]): string {
	return [`import { expect, test } from 'vitest';`, `import { cost } from './main';`, ...tests].join('\n');
}
