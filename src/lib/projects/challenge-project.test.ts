import { expect, test } from 'vitest';
import { makeProjectFromChallenge, type SourceChallenge } from './challenge-project.ts';

const sourceChallenge: SourceChallenge = {
	title: "L'heure d'été",
	language: 'fr',
	data: {},
	call: { name: 'price', args: [30] }
};
const priceProgram = 'export function price(minutes: number): number {\n\treturn minutes * 5;\n}\n';

test('the program’s file is named after its function, and the new sketch imports that function', () => {
	const files = makeProjectFromChallenge({ 'main.ts': priceProgram }, sourceChallenge);
	expect(Object.keys(files)).toEqual(['main.ts', 'price.ts']);
	expect(files['price.ts']).toBe(priceProgram);
	expect(files['main.ts']).toContain("import { price } from './price.ts';");
	expect(files['main.ts']).toContain('value <= 120');
	// The apostrophe in the challenge's title must not end a string of the sketch.
	expect(files['main.ts']).not.toContain("L'heure");
});

test('imports of the program are renamed in the other files, and imported data files are copied along', () => {
	const files = makeProjectFromChallenge(
		{
			'main.ts': "import { list } from './given.ts';\n" + priceProgram,
			'given.ts': "import { price } from './main';\nimport { all } from './data/all';\n"
		},
		{
			...sourceChallenge,
			data: { 'data/all.ts': "import { one } from './one.ts';\n", 'data/one.ts': '', 'data/unused.ts': '' }
		}
	);
	expect(files['given.ts']).toContain("from './price.ts'");
	expect(Object.keys(files)).toEqual(['main.ts', 'price.ts', 'given.ts', 'data/all.ts', 'data/one.ts']);
});

test('an answer that is not a number is shown as text', () => {
	const listProgram = 'export function sorted(places: string[]): string[] {\n\treturn places;\n}\n';
	const files = makeProjectFromChallenge(
		{ 'main.ts': listProgram },
		{ ...sourceChallenge, call: { name: 'sorted', args: [['b', 'a']] } }
	);
	expect(files['main.ts']).toContain('JSON.stringify(sorted(["b","a"]))');
	expect(files['sorted.ts']).toBe(listProgram);
});

test('without a call in the challenge, the sketch names the program’s functions', () => {
	const files = makeProjectFromChallenge(
		{ 'main.ts': 'export function km() {}\n', 'km.ts': '' },
		{ ...sourceChallenge, call: null }
	);
	expect(files['main.ts']).toContain('Mes fonctions : km');
	expect(Object.keys(files)).toEqual(['main.ts', 'km2.ts', 'km.ts']);
});

test('a program without functions is kept too', () => {
	expect(Object.keys(makeProjectFromChallenge({ 'main.ts': 'let a = 1;\n' }, sourceChallenge))).toEqual([
		'main.ts',
		'program.ts'
	]);
});
