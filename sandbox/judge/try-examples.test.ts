/** Examples are compared with what a program returns, and their values are never code. */
import { expect, test } from 'vitest';
import type { GivenExample } from './index.ts';
import { judge } from './unit-test-judge.ts';

const tryAll = (main: string, examples: GivenExample[], stopsWhenFatal = false, time = 300) =>
	judge.tryExamples({ files: { 'main.ts': main }, authorFiles: {}, examples, stopsWhenFatal, limits: { time } });
const one = (args: unknown[], returns: unknown, more: { name?: string; within?: number } = {}): GivenExample => ({
	name: 'price',
	args,
	returns,
	...more
});

test('what is returned is the same, or another value, which is printed', async () => {
	const main = `export const price = (a: number, b: unknown) => (b === undefined ? a * 2 : [a, b]);`;
	expect(await tryAll(main, [one([3], 6), one([3], 7), one([1, 'x'], [1, 'x']), one([1, null], [1])])).toEqual([
		{ kind: 'same' },
		{ kind: 'other', text: '6' },
		{ kind: 'same' },
		{ kind: 'other', text: '[1, null]' }
	]);
});

test('a sum of decimals is the same, and a number may be as near as is said', async () => {
	const main = `export const price = (a: number) => a + 0.2;`;
	expect(
		await tryAll(main, [one([0.1], 0.3), one([0.1], 0.31), one([0.1], 0.31, { within: 0.02 }), one([-0.2], 0)])
	).toEqual([{ kind: 'same' }, { kind: 'other', text: '0.30000000000000004' }, { kind: 'same' }, { kind: 'same' }]);
});

test('a function that is not exported, one that throws and one that does not end say so', async () => {
	const main = `export const price = (a: number) => { if (a === 1) throw new RangeError('no'); for (; a > 1; ); return a; };`;
	const names = ['constructor', '__proto__', 'hasOwnProperty', 'cost'].map((name) => one([1], 1, { name }));
	expect(await tryAll(main, names)).toEqual(names.map(() => ({ kind: 'absent' })));
	const examples = [one([0], 0), one([1], 1), one([2], 2), one([0], 0)];
	const time = { kind: 'problem', problem: { kind: 'time' } };
	const problem = { kind: 'problem', problem: { kind: 'thrown', message: 'no' } };
	expect(await tryAll(main, examples)).toMatchObject([{ kind: 'same' }, problem, time, { kind: 'same' }]);
	expect(await tryAll(main, examples, true)).toMatchObject([{ kind: 'same' }, problem, time, { kind: 'untried' }]);
});

test('an error may be what an example says, and an end without one is no error', async () => {
	const main = `export const price = (a: number) => {
		if (a === 1) throw new RangeError('no');
		if (a === 2) throw undefined;
		if (a === 3) return price(a);
		if (a === 4) for (;;);
		if (a === 5) return Promise.reject(new Error('later'));
		return Symbol('an error');
	}; export const sum = 1;`;
	const throwing = (a: number, name = 'price'): GivenExample => ({ name, args: [a], throws: true });
	const examples = [...[0, 1, 2, 3, 4, 5].map((a) => throwing(a)), throwing(1, 'sum'), throwing(1, 'constructor')];
	expect(await tryAll(main, examples)).toMatchObject([
		{ kind: 'other' },
		{ kind: 'same' },
		{ kind: 'same' },
		{ kind: 'same' },
		{ kind: 'problem', problem: { kind: 'time' } },
		{ kind: 'other' },
		{ kind: 'absent' },
		{ kind: 'absent' }
	]);
	const greedy = `export const price = () => { for (const all: string[] = []; ; ) all.push('x'.repeat(1e6 + all.length)); };`;
	// The time limit is far away, because a busy machine takes long to fill the memory.
	expect(await tryAll(greedy, [throwing(0)], false, 120_000)).toMatchObject([
		{ kind: 'problem', problem: { kind: 'memory' } }
	]);
});

test('values are data, whatever is written in them', async () => {
	const main = `export const price = (...given: unknown[]) => given;`;
	const hostile = JSON.parse(
		'[{ "__proto__": { "a": 1 } }, "`${1}`", "\\");throw 1;//", "\\u2028", 1e308, -0]'
	) as unknown[];
	const [outcome] = (await tryAll(main, [one(hostile, hostile)])) as [{ kind: string }];
	expect(outcome.kind).toBe('same');
	expect(await tryAll(`throw new Error('at once'); export const price = 1;`, [one([1], 1)])).toMatchObject([
		{ kind: 'problem', problem: { kind: 'thrown', message: 'at once' } }
	]);
});

test('a program cannot pretend to return what is asked for', async () => {
	const like = `export const price = () => ({ $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true });`;
	const patched = `Object.is = () => true; Math.abs = () => 0; JSON.parse = () => []; export const price = () => 3;`;
	expect(await tryAll(like, [one([1], 1)])).toMatchObject([{ kind: 'other' }]);
	expect(await tryAll(patched, [one([1], 1)])).toEqual([{ kind: 'other', text: '3' }]);
});
