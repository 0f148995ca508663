import { expect, test } from 'vitest';
import { evaluateBundle } from '../evaluate.ts';
import { createSourceMapReader } from '../../source-map.ts';
import { loadBundle, loadPrelude } from '../../run/worker/program.ts';
import { linkWithPrelude, linkUnits } from './link.ts';
import { countLines, type CompiledUnit } from './compiled-store.ts';

const unitOf = (code: string, unit: Partial<CompiledUnit> = {}): CompiledUnit => ({
	isModule: true,
	code,
	lineCount: countLines(code),
	map: undefined,
	helpers: new Map(),
	requestedNames: [],
	...unit
});

/** Returns a source map that maps the beginning of the first line to the beginning of the file. */
const createSourceMap = (path: string) => JSON.stringify({ version: 3, sources: [path], names: [], mappings: 'AAAA' });

test('each file is evaluated once, when it is first required', () => {
	const main = unitOf('exports.seen = [require("file:a"), require("file:a"), require("raw:data")];\n', {
		requestedNames: ['file:a', 'raw:data', 'vitest']
	});
	const a = unitOf(
		'globalThis.evaluations = (globalThis.evaluations ?? 0) + 1;\nmodule.exports = globalThis.evaluations;\n'
	);
	const data = unitOf('exports.default = "text";\n');
	const { program } = evaluateBundle(
		linkUnits(
			new Map([
				['main', main],
				['a', a],
				['data', data]
			]),
			{ program: 'main', checks: [] }
		)
	);
	expect('evaluations' in globalThis).toBe(false);
	expect(program()['seen']).toEqual([1, 1, 'text']);
	expect(program()['seen']).toEqual([1, 1, 'text']);
});

test('a module that threw rethrows the same error; a CommonJS file is evaluated again', () => {
	const throwing = 'globalThis.attempts = (globalThis.attempts ?? 0) + 1;\nthrow new Error(globalThis.attempts);\n';
	const units = new Map([
		['module', unitOf(throwing)],
		['common', unitOf(throwing, { isModule: false })]
	]);
	const { checks } = evaluateBundle(linkUnits(units, { program: 'module', checks: ['module', 'common'] }));
	const messages = ['module', 'module', 'common', 'common'].map((path) => {
		try {
			return checks[path]?.();
		} catch (error) {
			return (error as Error).message;
		}
	});
	expect(messages).toEqual(['1', '1', '2', '3']);
});

test('compiler helpers with the same code are shared, and different ones stay with their files', () => {
	const unitWithHelper = (text: string) =>
		unitOf('exports.seen = __help();\n', { helpers: new Map([['__help', text]]) });
	const units = new Map([
		['one', unitWithHelper('var __help = () => 1;\n')],
		['two', unitWithHelper('var __help = () => 1;\n')],
		['three', unitWithHelper('var __help = () => 3;\n')]
	]);
	const { code } = linkUnits(units, { modules: ['one', 'two', 'three'] });
	expect(code.split('var __help').length - 1).toBe(2);
	const { modules } = evaluateBundle({ code, map: '' }) as unknown as {
		modules: Record<string, () => { seen: number }>;
	};
	expect(['one', 'two', 'three'].map((path) => modules[path]?.().seen)).toEqual([1, 1, 3]);
});

test('places in a bundle lead back to each source file, except to a file without a source map', () => {
	const units = new Map([
		['main.ts', unitOf('first();\n', { map: createSourceMap('main.ts') })],
		['scene.ts', unitOf('second();\nmore();\n')],
		['other.ts', unitOf('third();\n', { map: createSourceMap('other.ts') })]
	]);
	const { code, map } = linkUnits(units, { program: 'main.ts', checks: [] });
	const trace = createSourceMapReader(map);
	const placeOf = (text: string) => trace({ line: code.split('\n').indexOf(text) + 1, column: 1 });
	expect(placeOf('first();')).toEqual({ file: 'main.ts', line: 1, column: 1 });
	expect(placeOf('second();')).toBeUndefined();
	expect(placeOf('third();')).toEqual({ file: 'other.ts', line: 1, column: 1 });
});

test('a prelude is loaded separately, and each of its files runs once, when required or earlier', () => {
	const units = new Map([
		[
			'main',
			unitOf('exports.seen = [require("file:scene/a"), require("raw:data")];\n', {
				requestedNames: ['file:scene/a', 'raw:data']
			})
		],
		[
			'scene/a',
			unitOf(
				'globalThis.runs = (globalThis.runs ?? 0) + 1;\nmodule.exports = [require("file:scene/b"), globalThis.runs];\n',
				{ requestedNames: ['file:scene/b'] }
			)
		],
		['scene/b', unitOf('module.exports = "b";\n')],
		['data', unitOf('exports.default = "text";\n')]
	]);
	const { code, prelude = '' } = linkWithPrelude(
		units,
		{ program: 'main', checks: [] },
		new Set(['scene/a', 'scene/b', 'data'])
	);
	expect(code).not.toContain('globalThis.runs');
	const files = loadPrelude(prelude, {});
	expect('runs' in globalThis).toBe(false);
	files['file:scene/a']?.();
	expect(loadBundle(code, {}, files).program()['seen']).toEqual([['b', 1], 'text']);
	expect(() => loadBundle(code, {}).program()).toThrow('There is no module file:scene/a.');
});
