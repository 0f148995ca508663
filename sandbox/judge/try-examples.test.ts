import { expect, test } from 'vitest';
import type { ExampleToTry } from './index.ts';
import { judge } from './unit-test-judge.ts';

const tryExamples = (main: string, examples: ExampleToTry[], stopsWhenFatal = false, time = 300) =>
	judge.tryExamples({ files: { 'main.ts': main }, authorFiles: {}, examples, stopsWhenFatal, limits: { time } });
const createExample = (
	args: unknown[],
	returns: unknown,
	otherFields: { name?: string; within?: number } = {}
): ExampleToTry => ({
	name: 'price',
	args,
	returns,
	...otherFields
});

test('a returned value is the same as in the example, or another value, which is printed', async () => {
	const main = `export const price = (a: number, b: unknown) => (b === undefined ? a * 2 : [a, b]);`;
	expect(
		await tryExamples(main, [
			createExample([3], 6),
			createExample([3], 7),
			createExample([1, 'x'], [1, 'x']),
			createExample([1, null], [1])
		])
	).toEqual([{ kind: 'same' }, { kind: 'other', text: '6' }, { kind: 'same' }, { kind: 'other', text: '[1, null]' }]);
});

test('rounding errors of decimals are ignored, and an example may allow a larger difference', async () => {
	const main = `export const price = (a: number) => a + 0.2;`;
	expect(
		await tryExamples(main, [
			createExample([0.1], 0.3),
			createExample([0.1], 0.31),
			createExample([0.1], 0.31, { within: 0.02 }),
			createExample([-0.2], 0)
		])
	).toEqual([{ kind: 'same' }, { kind: 'other', text: '0.30000000000000004' }, { kind: 'same' }, { kind: 'same' }]);
});

test('a missing function, an error and an endless call are reported for each example', async () => {
	const main = `export const price = (a: number) => { if (a === 1) throw new RangeError('no'); for (; a > 1; ); return a; };`;
	const absentExamples = ['constructor', '__proto__', 'hasOwnProperty', 'cost'].map((name) =>
		createExample([1], 1, { name })
	);
	expect(await tryExamples(main, absentExamples)).toEqual(absentExamples.map(() => ({ kind: 'absent' })));
	const examples = [createExample([0], 0), createExample([1], 1), createExample([2], 2), createExample([0], 0)];
	const timeProblem = { kind: 'problem', problem: { kind: 'time' } };
	const problem = { kind: 'problem', problem: { kind: 'thrown', message: 'no' } };
	expect(await tryExamples(main, examples)).toMatchObject([{ kind: 'same' }, problem, timeProblem, { kind: 'same' }]);
	expect(await tryExamples(main, examples, true)).toMatchObject([
		{ kind: 'same' },
		problem,
		timeProblem,
		{ kind: 'untried' }
	]);
});

test('an example that expects an error accepts any thrown value, but no time or memory problem', async () => {
	const main = `export const price = (a: number) => {
		if (a === 1) throw new RangeError('no');
		if (a === 2) throw undefined;
		if (a === 3) return price(a);
		if (a === 4) for (;;);
		if (a === 5) return Promise.reject(new Error('later'));
		return Symbol('an error');
	}; export const sum = 1;`;
	const createThrowingExample = (a: number, name = 'price'): ExampleToTry => ({ name, args: [a], throws: true });
	const examples = [
		...[0, 1, 2, 3, 4, 5].map((a) => createThrowingExample(a)),
		createThrowingExample(1, 'sum'),
		createThrowingExample(1, 'constructor')
	];
	expect(await tryExamples(main, examples)).toMatchObject([
		{ kind: 'other' },
		{ kind: 'same' },
		{ kind: 'same' },
		{ kind: 'same' },
		{ kind: 'problem', problem: { kind: 'time' } },
		{ kind: 'other' },
		{ kind: 'absent' },
		{ kind: 'absent' }
	]);
	const greedyProgram = `export const price = () => { for (const all: string[] = []; ; ) all.push('x'.repeat(1e6 + all.length)); };`;
	// The time limit is far away, because a busy machine takes long to fill the memory.
	expect(await tryExamples(greedyProgram, [createThrowingExample(0)], false, 120_000)).toMatchObject([
		{ kind: 'problem', problem: { kind: 'memory' } }
	]);
});

test('values of examples are never run as code', async () => {
	const main = `export const price = (...given: unknown[]) => given;`;
	const hostileValues = JSON.parse(
		'[{ "__proto__": { "a": 1 } }, "`${1}`", "\\");throw 1;//", "\\u2028", 1e308, -0]'
	) as unknown[];
	const [outcome] = (await tryExamples(main, [createExample(hostileValues, hostileValues)])) as [{ kind: string }];
	expect(outcome.kind).toBe('same');
	expect(
		await tryExamples(`throw new Error('at once'); export const price = 1;`, [createExample([1], 1)])
	).toMatchObject([{ kind: 'problem', problem: { kind: 'thrown', message: 'at once' } }]);
});

test('a program cannot imitate the result that an example expects', async () => {
	const imitatingProgram = `export const price = () => ({ $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true });`;
	const patchingProgram = `Object.is = () => true; Math.abs = () => 0; JSON.parse = () => []; export const price = () => 3;`;
	expect(await tryExamples(imitatingProgram, [createExample([1], 1)])).toMatchObject([{ kind: 'other' }]);
	expect(await tryExamples(patchingProgram, [createExample([1], 1)])).toEqual([{ kind: 'other', text: '3' }]);
});
