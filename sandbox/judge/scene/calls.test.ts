import { expect, test } from 'vitest';
import type { SceneCall } from '../index.ts';
import { judge } from '../unit-test-judge.ts';
import { createSceneCaller, compileScene, createPlayCall } from './testing.ts';

const callScene = createSceneCaller(judge);
const createMeasureCall = (option: string, values = {}): SceneCall => ({ kind: 'measure', option, values });

test('the judge measures and plays a scene, and lists the exports of the program', async () => {
	const scene = `import { background, circle, label, text, textWidth } from 'braise/draw';
export const measure = (option: string, values: Record<string, number>) => [{ id: option, value: price(values.minutes), unit: 'cents' }];
export const init = (seed: number) => ({ steps: seed });
export const step = ({ steps }: { steps: number }) => ({ steps: steps + 1 });
export function draw() { background(200); circle(50, 50, 20); text(label('car'), 200 - textWidth('A car') / 2, 100); }
export const describe = ({ steps }: { steps: number }) => ['after ' + steps, label('car')];`;
	expect(
		await callScene(scene, [createMeasureCall('day', { minutes: 30 }), { kind: 'exports' }, createPlayCall()])
	).toEqual([
		{ kind: 'value', value: [{ id: 'day', value: 60, unit: 'cents' }] },
		{ kind: 'value', value: [{ name: 'price', isFunction: true }] },
		{ kind: 'value', value: { faults: [] } }
	]);
});

test('with stopsWhenFatal, no scene call is made after a call that never ends', async () => {
	const scene = `export function measure(option: string) { if (option === 'loops') for (;;); return option; }`;
	const bundle = await compileScene(scene);
	const calls = ['one', 'loops', 'two', 'loops'].map((option) => createMeasureCall(option));
	const limits = { time: 1000, total: 60_000 };
	expect(await judge.callScene({ bundle, calls, limits, stopsWhenFatal: true })).toEqual([
		{ kind: 'value', value: 'one' },
		{ kind: 'problem', problem: { kind: 'time', limit: 1000 } },
		{ kind: 'problem', problem: expect.objectContaining({ kind: 'crash' }) },
		{ kind: 'problem', problem: expect.objectContaining({ kind: 'crash' }) }
	]);
});

test('a scene call that throws, never ends or returns too much does not affect the other calls', async () => {
	const scene = `export function measure(option: string): unknown {
	if (option === 'throws')
		throw new RangeError('no');
	if (option === 'loops') for (;;);
	if (option === 'promises') { const again = (): Promise<unknown> => Promise.resolve().then(again); void again(); return []; }
	if (option === 'circle') { const value: Record<string, unknown> = {}; value.value = value; return value; }
	if (option === 'much') return 'x'.repeat(10_000);
	if (option === 'eats') { const all = []; for (;;) all.push(new Uint8Array(4_000_000)); }
	return option === 'not a number' ? NaN : undefined;
}`;
	const calls = ['throws', 'loops', 'promises', 'circle', 'much', 'eats', 'not a number', 'nothing'].map((option) =>
		createMeasureCall(option)
	);
	expect(await callScene(scene, calls)).toEqual([
		{
			kind: 'problem',
			problem: {
				kind: 'thrown',
				name: 'RangeError',
				message: 'no',
				place: { file: 'scene.ts', line: 4, column: expect.any(Number) }
			}
		},
		{ kind: 'problem', problem: { kind: 'time', limit: 2000 } },
		// This asynchronous call never ends either, but its result is not awaited.
		{ kind: 'value', value: [] },
		{ kind: 'problem', problem: expect.objectContaining({ kind: 'thrown', name: 'TypeError' }) },
		{ kind: 'problem', problem: expect.objectContaining({ kind: 'crash' }) },
		{ kind: 'problem', problem: { kind: 'memory' } },
		{ kind: 'value', value: 'NaN' },
		{ kind: 'value', value: null }
	]);
}, 60_000);

test('a missing scene, or an error while it loads, is reported for each call', async () => {
	const resultsWithoutScene = await callScene('', [createMeasureCall('day'), createPlayCall()]);
	expect(resultsWithoutScene).toEqual([
		{ kind: 'problem', problem: expect.objectContaining({ message: 'scene.ts does not export measure.' }) },
		{
			kind: 'value',
			value: { faults: [expect.objectContaining({ failedFunction: 'init', reason: 'scene.ts does not export it' })] }
		}
	]);
	const problem = {
		kind: 'thrown',
		name: 'Error',
		message: 'at once',
		place: { file: 'scene.ts', line: 2, column: expect.any(Number) }
	};
	expect(await callScene(`throw new Error('at once');`, [createMeasureCall('day')])).toEqual([
		{ kind: 'problem', problem }
	]);
});

test('a scene cannot reach globals of the machine through function constructors', async () => {
	const scene = `const found = (of: unknown): string => { try { return typeof (of as Function)(); } catch { return 'nothing'; } };
export function measure(): string[] {
	const make = (0, eval)('(function(){}).constructor') as FunctionConstructor;
	const reached = ['process', 'require', 'module', 'Deno', 'std', 'os', 'fetch', 'WebAssembly', 'Buffer', 'braiseHost', 'braiseRealm'];
	return [
		...reached.map((name) => found(make('return ' + name))),
		...reached.map((name) => found(() => (measure.constructor as FunctionConstructor)('return ' + name)())),
		found(make('return arguments.callee.caller'))
	].filter((kind) => kind !== 'nothing' && kind !== 'undefined');
}`;
	expect(await callScene(scene, [createMeasureCall('day')])).toEqual([{ kind: 'value', value: [] }]);
});
