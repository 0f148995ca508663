import { expect, test } from 'vitest';
import type { Disclosure, JudgeInput } from './index.ts';
import { judge } from './unit-test-judge.ts';

const VISIBLE_CHECK_CODE = `import { expect, test } from 'vitest'; import { roll } from './main'; test('visible', () => { expect(roll()).toBe('?'); });`;
const HELD_BACK_CHECK_CODE = `import { expect, test } from 'vitest'; import { roll } from './main'; test('held', () => { console.log('secret'); expect(roll()).toBe('other'); });`;

const createJudgeInput = (disclosure?: Disclosure): JudgeInput => ({
	files: { 'main.ts': 'export const roll = () => `${Math.random()} ${Date.now()}`;' },
	authorFiles: { 'checks/a.ts': VISIBLE_CHECK_CODE, 'checks/held/a.ts': HELD_BACK_CHECK_CODE },
	checks: ['checks/a.ts'],
	heldBackChecks: [{ path: 'checks/held/a.ts', ...(disclosure && { disclosure }) }],
	seed: 7
});

test('judging a program twice gives the same verdict, except for its times', async () => {
	const stringifyWithoutTimes = (verdict: object) =>
		JSON.stringify(verdict, (key, value: unknown) => (key === 'duration' || key === 'judgedAt' ? 0 : value));
	const [one, other] = [await judge.judge(createJudgeInput()), await judge.judge(createJudgeInput())];
	expect(stringifyWithoutTimes(one)).toBe(stringifyWithoutTimes(other));
	expect(one.program).toMatch(/^[0-9a-f]{64}$/);
	expect(one.engine.version).toMatch(/^\d+\./);
	expect(one.compiler).toEqual({ name: 'esbuild-wasm', version: expect.stringMatching(/^\d+\./) as string, linker: 2 });
	const [first] = (await judge.judge({ ...createJudgeInput(), seed: 8 })).report.results;
	expect(first?.problem).not.toEqual(one.report.results[0]?.problem);
});

test('a failed check is placed in its source file', async () => {
	const { report } = await judge.judge(createJudgeInput());
	expect(report.results[0]?.problem).toMatchObject({ place: { file: 'checks/a.ts', line: 1 } });
});

test.each([
	['example', 'other'],
	['title', undefined]
] as const)('a failed held-back check is counted, and discloses no more than its %s', async (disclosure, expected) => {
	const { report, held } = await judge.judge(createJudgeInput(disclosure));
	const result = report.results.find(({ path }) => path[0] === 'held');
	expect(held).toEqual({ passed: 0, total: 1 });
	expect(result?.status).toBe('fail');
	expect(result?.console).toEqual([]);
	expect(JSON.stringify(result).includes('other')).toBe(expected !== undefined);
	expect(JSON.stringify(result)).not.toContain('held/');
});

test('a held-back check that discloses nothing is counted but not listed', async () => {
	const { report, held } = await judge.judge(createJudgeInput('nothing'));
	expect(report.results.map(({ path }) => path[0])).toEqual(['visible']);
	expect(held).toEqual({ passed: 0, total: 1 });
});

const PROGRAM_WITH_LOOP = 'export function loops() { for (;;); } export const fine = () => 1;';
const writeCheckFile = (tests: Record<string, string>) =>
	"import { expect, test } from 'vitest'; import { fine, loops } from './main';" +
	Object.entries(tests)
		.map(([title, call]) => `test('${title}', () => { expect(${call}()).toBe(1); });`)
		.join('\n');
const listCheckOutcomes = ({ report }: Awaited<ReturnType<typeof judge.judge>>) =>
	report.results.map(({ path, status }) => `${path.join()} ${status}`);

test('an endless last check of one file does not stop the checks of the next file', async () => {
	const verdict = await judge.judge({
		files: { 'main.ts': PROGRAM_WITH_LOOP },
		authorFiles: { 'checks/a.ts': writeCheckFile({ one: 'loops' }), 'checks/b.ts': writeCheckFile({ two: 'fine' }) },
		checks: ['checks/a.ts', 'checks/b.ts'],
		limits: { time: 200 }
	});
	expect(listCheckOutcomes(verdict)).toEqual(['one error', 'two pass']);
});

test('when the total time is over, checks that never began are errors', async () => {
	const verdict = await judge.judge({
		files: { 'main.ts': PROGRAM_WITH_LOOP },
		authorFiles: {
			'checks/a.ts': writeCheckFile({ one: 'loops', two: 'loops', three: 'loops' }),
			'checks/b.ts': writeCheckFile({ four: 'fine' }),
			'checks/held.ts': writeCheckFile({ five: 'fine', six: 'loops' })
		},
		checks: ['checks/a.ts', 'checks/b.ts'],
		heldBackChecks: [{ path: 'checks/held.ts', disclosure: 'title' }],
		limits: { time: 300, total: 500 }
	});
	expect(listCheckOutcomes(verdict)).toEqual([
		'one error',
		'two error',
		'three error',
		'four error',
		'five error',
		'six error'
	]);
	expect(verdict.held).toEqual({ passed: 0, total: 2 });
	expect(verdict.report.load).toBeUndefined();
});

test('a compile error is reported for the program, with its place, or for the checks', async () => {
	const brokenVerdict = await judge.judge({ ...createJudgeInput(), files: { 'main.ts': 'export const roll = (;' } });
	expect(brokenVerdict).toMatchObject({
		broke: 'program',
		report: { load: { name: 'SyntaxError', place: { file: 'main.ts', line: 1 } } }
	});
	const authorFiles = { ...createJudgeInput().authorFiles, 'checks/a.ts': 'import {' };
	expect(await judge.judge({ ...createJudgeInput(), authorFiles })).toMatchObject({ broke: 'checks' });
});

test('an argument that an earlier call returned can be passed again beside a new one', async () => {
	const { report } = await judge.judge({
		files: { 'main.ts': 'export const first = (one: object, others: object[]) => [one, ...others];' },
		authorFiles: {
			'checks/a.ts': `import { expect, test } from 'vitest'; import { first } from './main';
				const one = { name: 'one' };
				test('again', () => {
					for (const count of [0, 1, 2]) expect(first(one, Array.from({ length: count }, () => ({})))).toHaveLength(count + 1);
				});`
		},
		checks: ['checks/a.ts']
	});
	expect(report.results.map(({ status, problem }) => ({ status, problem }))).toEqual([{ status: 'pass' }]);
});

test('checks of the same name in two files are listed under distinguishing titles', async () => {
	const authorFiles = { 'checks/a.ts': VISIBLE_CHECK_CODE, 'checks/b.ts': VISIBLE_CHECK_CODE };
	const titlesAbove = { 'checks/a.ts': ['build'], 'checks/b.ts': ['stretch'] };
	const { report } = await judge.judge({
		...createJudgeInput(),
		authorFiles,
		checks: ['checks/a.ts', 'checks/b.ts'],
		heldBackChecks: [],
		titlesAbove
	});
	expect(report.results.map(({ path }) => path)).toEqual([
		['build', 'visible'],
		['stretch', 'visible']
	]);
});

test('a class of the program is printed as a class, not as a function', async () => {
	const { report } = await judge.judge({
		files: { 'main.ts': 'export class Shape {}; export function area() {}; export const made = [Shape, area];' },
		authorFiles: {
			'checks/a.ts': `import { expect, test } from 'vitest'; import { made } from './main'; test('made', () => { expect(made).toEqual([]); });`
		},
		checks: ['checks/a.ts']
	});
	expect(report.results[0]?.problem).toMatchObject({ received: '[[class Shape], [function area]]' });
});
