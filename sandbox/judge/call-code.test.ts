import { expect, test } from 'vitest';
import { judge } from './unit-test-judge.ts';

const callProgram = (main: string, args: unknown[] = [47], name = 'price') =>
	judge.callFunction({
		files: { 'main.ts': main, 'given.ts': 'export const rate = 2;' },
		authorFiles: { 'data/stays.ts': 'export const stays = [1, 2];' },
		name,
		args,
		limits: { time: 300 }
	});

test('a function is called with the given arguments, and its result is printed', async () => {
	const main = `import { rate } from './given'; export const price = (minutes: number) => minutes * rate;`;
	expect(await callProgram(main)).toEqual({ kind: 'value', text: '94' });
	expect(
		await callProgram('export const price = (...given: unknown[]) => given;', [{ a: [1, null] }, '"x"', true])
	).toEqual({
		kind: 'value',
		text: '[{ a: [1, null] }, "\\"x\\"", true]'
	});
	expect(await callProgram('export const price = () => "absent";')).toEqual({ kind: 'value', text: '"absent"' });
	expect(await callProgram('export function price() {}')).toEqual({ kind: 'value', text: 'undefined' });
});

test('a missing function, an error, an endless call and a syntax error are reported', async () => {
	expect(await callProgram('export const cost = 1;')).toEqual({ kind: 'absent' });
	expect(await callProgram('export const price = 1;')).toEqual({ kind: 'absent' });
	expect(await callProgram('export const price = () => { throw new RangeError("no"); };')).toMatchObject({
		kind: 'problem',
		problem: { kind: 'thrown', name: 'RangeError', message: 'no' }
	});
	expect(await callProgram('export const price = () => { for (;;); };')).toMatchObject({
		kind: 'problem',
		problem: { kind: 'time' }
	});
	expect(await callProgram('export const price = (')).toMatchObject({
		kind: 'problem',
		problem: { name: 'SyntaxError' }
	});
	expect(await callProgram('throw new Error("at once"); export const price = 1;')).toMatchObject({
		kind: 'problem',
		problem: { kind: 'thrown', message: 'at once' }
	});
});

test('a program cannot forge the result of its function', async () => {
	const forgingPrograms = [
		`export const price = () => ({ $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true, toString: () => '1' });`,
		`export const price = () => { const error = new Error('x') as any; error.matcher = 'toBe'; error.received = '50'; error.kind = 'assertion'; throw error; };`,
		`Object.is = () => true; export const price = () => 3;`
	];
	const [like, thrown, patched] = await Promise.all(forgingPrograms.map((main) => callProgram(main)));
	expect(like).toMatchObject({ kind: 'value', text: expect.stringContaining('asymmetricMatch') });
	expect(thrown).toMatchObject({ kind: 'problem', problem: { kind: 'thrown' } });
	expect(patched).toEqual({ kind: 'value', text: '3' });
});
