import { expect, test } from 'vitest';
import type { Diagnostic, Sources } from '../contract.ts';
import { evaluateBundle } from './evaluate.ts';
import { compileInNode } from './node/index.ts';

const sketchSources = (text: string): Sources => ({ files: { 'main.ts': text }, program: 'main.ts', checks: [] });

async function exportNamesOf(sources: Sources): Promise<string[]> {
	const compilation = await compileInNode(sources);
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	return Object.keys(evaluateBundle(compilation.bundle).program()).sort();
}

async function diagnosticsOf(sources: Sources): Promise<Diagnostic[]> {
	const compilation = await compileInNode(sources);
	return compilation.kind === 'diagnostics' ? compilation.diagnostics : [];
}

test.each([
	['as p5 writes them', 'function setup() {}\nfunction draw() {}', ['draw', 'setup']],
	['on one line', 'function setup() {} function draw() {}', ['draw', 'setup']],
	['indented', '\tfunction draw() {}', ['draw']],
	['when one is already exported', 'export function setup() {}\nfunction draw() {}', ['draw', 'setup']],
	['when exported in a list', 'function draw() {}\nexport { draw };', ['draw']],
	['as arrow functions', 'const draw = () => 1;\nlet mousePressed = () => 2;', ['draw', 'mousePressed']],
	['but not other functions', 'function draw() {}\nfunction helper() {}', ['draw']]
])('setup, draw and the like are exported from a sketch: %s', async (_, text, names) => {
	expect(await exportNamesOf(sketchSources(text))).toEqual(names);
});

test('a program with a scene or checks exports only what it declares as exported', async () => {
	const text = 'export const a = 1;\nfunction draw() {}';
	const files = { 'main.ts': text, 'checks/a.ts': '', 'scene.ts': 'export const draw = 1;' };
	expect(await exportNamesOf({ files, program: 'main.ts', checks: ['checks/a.ts'] })).toEqual(['a']);
	expect(await exportNamesOf({ files, program: 'main.ts', checks: [], scene: 'scene.ts' })).toEqual(['a']);
});

test.each([
	['function draw() {\n\tcircle(1, 2, 3);\n', 'Unexpected end of file', 3, 1],
	['function draw() {}\nconst size = ', 'Unexpected end of file', 2, 14],
	['function draw() {}\ncircle(1, 2', 'Expected ")" but found end of file', 2, 12]
])('a sketch that ends too early gets a syntax error at its end: %j', async (text, message, line, column) => {
	expect(await diagnosticsOf(sketchSources(text))).toMatchObject([
		{ kind: 'syntax', message, place: { file: 'main.ts', line, column } }
	]);
});

test('the parameters of a running sketch can change, although they are constants', async () => {
	const text =
		"const speed = 3; // 0..10\n  export const sky = 'red'; // ..\nlet other = 1;\nexport const all = () => [speed, sky, other];";
	const compilation = await compileInNode({ ...sketchSources(text), parameters: ['speed', 'sky'] });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	const { all, braiseParameters } = evaluateBundle(compilation.bundle).program() as {
		all: () => unknown[];
		braiseParameters: Record<string, (value: unknown) => void>;
	};
	expect(all()).toEqual([3, 'red', 1]);
	braiseParameters['speed']?.(7);
	braiseParameters['sky']?.('blue');
	expect(all()).toEqual([7, 'blue', 1]);
	expect(Object.keys(braiseParameters)).toEqual(['speed', 'sky']);
});

test('a syntax error keeps its place in a sketch with parameters', async () => {
	const [problem] = await diagnosticsOf({
		...sketchSources('const speed = 3; // 0..10\nfunction draw() {'),
		parameters: ['speed']
	});
	expect(problem).toMatchObject({ message: 'Unexpected end of file', place: { line: 2, column: 18 } });
});
