import { expect, test } from 'vitest';
import type { Files, Sources } from '../contract.ts';
import { createDrawModule } from '../run/draw/index.ts';
import { defineDrawNames } from '../run/worker/played-program.ts';
import { packDataFiles } from './pack-data-files.ts';
import { evaluateBundle } from './evaluate.ts';
import { compileInNode } from './node/index.ts';

const sketchSourcesOf = (files: Files, others: Partial<Sources> = {}): Sources => ({
	files,
	program: 'main.ts',
	checks: [],
	...others
});

async function runSketch(files: Files): Promise<Record<string, unknown>> {
	const compilation = await compileInNode(sketchSourcesOf(files));
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	const { module } = createDrawModule({ language: 'en' });
	defineDrawNames(module, globalThis);
	return evaluateBundle(compilation.bundle, { 'braise/draw': module }).program();
}

test('a sketch can load a table, JSON and text lines at top level, in each of its files', async () => {
	const exported = await runSketch({
		'main.ts':
			"export { first } from './poem';\nexport const table = loadTable('sales.csv', 'header');\nexport const { name } = loadJSON('town.json');",
		'poem.ts': "export const [first] = loadStrings('poem.txt');",
		'sales.csv': 'day;kilos\n"Monday; morning";1 234,5\n\nTuesday;-3\n',
		'town.json': '{ "name": "Lyon" }',
		'poem.txt': 'First line\nSecond line\n'
	});
	expect(exported).toMatchObject({ name: 'Lyon', first: 'First line' });
	const table = exported['table'] as ReturnType<ReturnType<typeof createDrawModule>['module']['loadTable']>;
	expect(table.columns).toEqual(['day', 'kilos']);
	expect(table.getArray()).toEqual([
		['Monday; morning', '1 234,5'],
		['Tuesday', '-3']
	]);
	expect([table.getNum(0, 'kilos'), table.getNum(1, 1)]).toEqual([1234.5, -3]);
});

test('data files are not packed for a program that loads none, a page or a challenge', () => {
	const csv = { 'sales.csv': 'day,kilos\n' };
	for (const sources of [
		sketchSourcesOf({ 'main.ts': 'function draw() {}', ...csv }),
		sketchSourcesOf({ 'main.ts': "loadTable('sales.csv');", ...csv }, { page: 'index.html' }),
		sketchSourcesOf({ 'main.ts': "loadTable('sales.csv');", ...csv }, { scene: 'scene.ts' }),
		sketchSourcesOf({ 'main.ts': "loadTable('sales.csv');", ...csv }, { checks: ['checks/one.ts'] })
	])
		expect(packDataFiles(sources)).toBe(sources);
});

test.each([
	["loadTable('sales.csv');\nfunction draw() {", 'Unexpected end of file'],
	["const table = loadTable('sales.csv'", 'Expected ")" but found end of file'],
	["loadTable('sales.csv');\nconst count = ", 'Unexpected end of file']
])('an unfinished program that loads data gets a syntax error on its last line: %j', async (text, message) => {
	const compilation = await compileInNode(sketchSourcesOf({ 'main.ts': text, 'sales.csv': 'a\n' }));
	const line = text.split('\n').length;
	expect(compilation).toMatchObject({
		kind: 'diagnostics',
		diagnostics: [{ message, place: { file: 'main.ts', line } }]
	});
});

test('changed data is packed again, and a spreadsheet line without values is not a row', async () => {
	const countRows = async (csv: string) =>
		(await runSketch({ 'main.ts': "export const rows = loadTable('a.csv').getArray();", 'a.csv': csv }))['rows'];
	expect(await countRows('a;b\n;\n')).toEqual([['a', 'b']]);
	expect(await countRows('a;b\nc;d\n')).toEqual([
		['a', 'b'],
		['c', 'd']
	]);
});
