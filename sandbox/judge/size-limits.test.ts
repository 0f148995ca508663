import { expect, test } from 'vitest';
import type { CheckResult } from '../report.ts';
import { completeJudgeLimits, type JudgeLimits } from './index.ts';
import { judge } from './unit-test-judge.ts';

const CHECK_IMPORTS_CODE =
	"import { expect, test } from 'vitest'; import * as main from './main'; const { work } = main as any;\n";

async function judgeProgram(program: string, checks: string, limits: Partial<JudgeLimits>): Promise<CheckResult[]> {
	const { report } = await judge.judge({
		files: { 'main.ts': program },
		authorFiles: { 'checks/a.ts': CHECK_IMPORTS_CODE + checks },
		checks: ['checks/a.ts'],
		limits: { time: 5000, total: 20_000, ...limits }
	});
	return report.results;
}

const listCheckOutcomes = (results: CheckResult[]) => results.map(({ status, problem }) => problem?.kind ?? status);

test('a message beyond its maximum size, from either side, is a memory problem of its check alone', async () => {
	const program = "export const work = (size: number) => (typeof size === 'number' ? 'x'.repeat(size) : '');";
	const checks = `test('small', () => { expect(work(9000)).toHaveLength(9000); });
test('large', () => { expect(work(11_000)).toHaveLength(11_000); });
test('large question', () => { work('x'.repeat(11_000)); });
test('after', () => { expect(work(1)).toBe('x'); });`;
	expect(listCheckOutcomes(await judgeProgram(program, checks, { message: 10_000 }))).toEqual([
		'pass',
		'memory',
		'memory',
		'pass'
	]);
});

test('nested calls beyond the maximum depth throw a RangeError', async () => {
	const program = 'export const work = (back: (n: number) => unknown, n: number) => (n === 0 ? 0 : back(n - 1));';
	const checks = `const back = (n: number): unknown => work(back, n);
test('within', () => { expect(back(8)).toBe(0); });
test('beyond', () => { expect(() => back(30)).toThrow(RangeError); });
test('after', () => { expect(back(2)).toBe(0); });`;
	expect(listCheckOutcomes(await judgeProgram(program, checks, { depth: 20 }))).toEqual(['pass', 'pass', 'pass']);
});

test('too many waiting timers are a memory problem of their check alone', async () => {
	const program =
		'export const work = (count: number) => { for (let n = 0; n < count; n++) setTimeout(() => undefined, 10); return count; };';
	const checks = `test('few', () => { expect(work(8)).toBe(8); });
test('many', () => { expect(work(60)).toBe(60); });
test('after', () => { expect(work(8)).toBe(8); });`;
	expect(listCheckOutcomes(await judgeProgram(program, checks, { timers: 40 }))).toEqual(['pass', 'memory', 'pass']);
});

test('a check keeps a limited number of console lines, each cut to a maximum length', async () => {
	const program = `export const work = (count: number, text: string) => { for (let n = 0; n < count; n++) console.log(text, n); for (let n = 0; n < count; n++) console.log('again'); };`;
	const checks = "test('writes', () => { work(50, 'x'.repeat(50_000)); }); test('repeats', () => { work(2, 'y'); });";
	const [first, second] = await judgeProgram(program, checks, { console: 5 });
	expect(first?.status).toBe('pass');
	expect(first?.console).toHaveLength(5);
	expect(JSON.stringify(first?.console).length).toBeLessThan(5 * 11_000);
	expect(second?.console.map(({ times }) => times)).toEqual([1, 1, 2]);
});

test('the console text of all checks and attempts together is limited', { tags: 'soak' }, async () => {
	const program = `export const work = (name: string, ends: boolean) => {
	for (let n = 0; n < 8; n++) console.log(name, n, ...Array(9).fill('x'.repeat(10_000)));
	for (let n = 0; n < 3; n++) console.log(name, n, ...Array(49).fill('x'.repeat(10_000)));
	while (!ends);
};`;
	const checks =
		"for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) test('t' + n, () => { work('t' + n, n !== 2 && n !== 4); });";
	const results = await judgeProgram(program, checks, { time: 1000 });
	const expectedOutcomes = ['pass', 'time', 'pass', 'time', 'pass', 'pass', 'pass', 'pass', 'pass'];
	expect(listCheckOutcomes(results)).toEqual(expectedOutcomes);
	expect(results[0]?.console).toHaveLength(2);
	expect(JSON.stringify(results).length).toBeLessThan(1_100_000);
});

test('results that no longer fit into the report become errors, and none is missing', async () => {
	const program = 'export const work = (size: number) => "x".repeat(size);';
	const checks =
		"for (const n of [1, 2, 3, 4, 5]) test('t' + n, () => { expect(work(n)).toBe('y'.repeat(4000)); }); test('last', () => undefined);";
	const results = await judgeProgram(program, checks, { report: 10_000 });
	expect(listCheckOutcomes(results)[0]).toBe('assertion');
	expect(listCheckOutcomes(results)).toContain('memory');
	// Results that no longer fit into the report become errors: no check is missing, and none of them passes.
	expect(results.map(({ path }) => path[0])).toEqual(['t1', 't2', 't3', 't4', 't5', 'last']);
	expect(results.slice(0, 5).every(({ status }) => status !== 'pass')).toBe(true);
});

test('the last checks do not begin when the total time is used up', async () => {
	const checks = "for (const n of [1, 2, 3, 4, 5, 6]) test('t' + n, () => { work(n); });";
	const results = await judgeProgram('export const work = (n: number) => { while (n > 1); };', checks, {
		time: 200,
		total: 500
	});
	expect(listCheckOutcomes(results)).toEqual(['pass', 'time', 'time', 'time', 'time', 'time']);
	// Five loops that each use up their own limit would take twice the total limit, so the last of them do not begin.
	expect(results.filter(({ duration }) => duration >= 200).length).toBeLessThan(4);
});

test('a program that exceeds the memory limit fails, and passes with a higher limit', async () => {
	const program =
		'export const work = (megabytes: number) => { const all = []; for (let n = 0; n < megabytes; n++) all.push(new Uint8Array(1_000_000)); return all.length; };';
	const checks = `test('some', () => { expect(work(5)).toBe(5); });
test('more', () => { expect(work(60)).toBe(60); });
test('both at once', () => { const own = Array.from({ length: 5 }, () => new Uint8Array(1_000_000)); expect(work(5)).toBe(own.length); });`;
	expect(listCheckOutcomes(await judgeProgram(program, checks, { memory: 32 }))).toEqual(['pass', 'memory', 'pass']);
	expect(listCheckOutcomes(await judgeProgram(program, checks, { memory: 128 }))).toEqual(['pass', 'pass', 'pass']);
});

test.each(['time', 'total', 'memory', 'console', 'report', 'message', 'depth', 'timers'] as const)(
	'a negative, infinite, huge or NaN limit of %s is refused',
	(name) => {
		for (const value of [-1, Infinity, NaN, 1e12])
			expect(() => completeJudgeLimits({ [name]: value })).toThrow(RangeError);
		expect(completeJudgeLimits()[name]).toBeGreaterThan(0);
	}
);
