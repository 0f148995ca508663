import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PAGE_FILE, PROGRAM_FILE } from '#lib/domain/project.ts';
import { LIBRARY_PATH_BY_FILE_NAME, LIBRARY_VERSIONS } from '#sandbox/libraries/files.ts';
import { libraryNamesOf } from '#sandbox/libraries/recognise.ts';
import { isWrittenForP5, makeP5Page, P5_FUNCTIONS } from './p5-sketch.ts';

const P5_LIBRARY_TEXT = readFileSync(
	`node_modules/${LIBRARY_PATH_BY_FILE_NAME[LIBRARY_VERSIONS.p5[0].scriptName] ?? ''}`,
	'utf8'
);
const DRAW_DECLARATIONS = readFileSync('sandbox/run/draw/draw.en.d.ts', 'utf8');

describe('the recognition of programs for p5.js', () => {
	test.each(P5_FUNCTIONS)('relies on %s, a function of p5.js and not of Braise’s sketches', (name) => {
		expect(P5_LIBRARY_TEXT).toMatch(new RegExp(String.raw`\b${name}\b`));
		expect(DRAW_DECLARATIONS).not.toMatch(new RegExp(String.raw`function ${name}\(`));
	});

	test.each([
		'let slider;\nfunction setup() {\n\tslider = createSlider(0, 255);\n}',
		'new p5((p) => {\n\tp.draw = () => p.circle(50, 50, 20);\n});',
		"import p5 from 'p5';\nfunction draw() {}",
		"async function setup() {\n\tconst chair = await loadModel('chair.obj');\n}"
	])('accepts %j', (program) => expect(isWrittenForP5(program)).toBe(true));

	test.each([
		'function draw() {\n\tcircle(mouseX, mouseY, 40);\n}',
		'function box(x) {\n\trect(x, 0, 10, 10);\n}\nbox(5);',
		'const toy = { box() {} };\ntoy.box();',
		"const table = loadTable('goals.csv', ',', 'header');",
		'// createSlider(0, 255) comes later\nfunction draw() {}'
	])('rejects %j', (program) => expect(isWrittenForP5(program)).toBe(false));
});

test('a p5.js page keeps the program and the other files, without the unneeded p5 import', async () => {
	const files = { [PROGRAM_FILE]: "import p5 from 'p5';\nfunction draw() {}\n", 'goals.csv': 'team,goals\n' };
	const page = await makeP5Page(files, 'fr');
	expect(page[PROGRAM_FILE]).toBe('function draw() {}\n');
	expect(page['goals.csv']).toBe('team,goals\n');
	expect(libraryNamesOf(page[PAGE_FILE] ?? '')).toEqual(['p5']);
});
