import { describe, expect, test } from 'vitest';
import { readExerciseExample } from './exercise-checks.ts';
import { findExportedFunctions } from './exported-functions.ts';
import { EMPTY_EXERCISE_EXAMPLE, type Exercise, type ExampleJsonValue } from './exercise.ts';
import { readExercise, writeExerciseFolder } from './exercise-folder.ts';
import { findFirstPlainSentence } from './markdown-sections.ts';
import { formatExampleValueCode, readExampleValue, readExampleValues, formatExampleCells } from './example-values.ts';

const TRAYS_EXERCISE: Exercise = {
	id: 'exo-abcdefghijkl',
	version: '1.0.0',
	language: 'fr',
	title: 'Les bacs : combien en réchauffer ?',
	brief:
		'Un bac contient **8** portions. Combien en faut-il ?\n\n# Attention\n\n```ts\n# rien\n```\n\n- 9 repas : 2 bacs',
	start: 'export function trays(meals: number): number {\n\treturn meals / 8;\n}\n',
	solution: 'export function trays(meals: number): number {\n\treturn Math.ceil(meals / 8);\n}\n',
	examples: [
		{ ...EMPTY_EXERCISE_EXAMPLE, function: 'trays', given: '9', returns: '2' },
		{
			...EMPTY_EXERCISE_EXAMPLE,
			function: 'trays',
			given: '16',
			returns: '2',
			because: '16 repas tiennent dans 2 bacs'
		},
		{
			...EMPTY_EXERCISE_EXAMPLE,
			function: 'trays',
			given: '0',
			returns: '0',
			because: '16 repas tiennent dans 2 bacs'
		},
		{ ...EMPTY_EXERCISE_EXAMPLE, function: 'trays', given: '17', returns: '3', isHeldBack: true }
	],
	hints: ['Et s’il reste une portion ?', '#### Regarde `Math.ceil`'],
	piste: 'blue',
	minutes: 20
};

describe('a cell of an exercise’s examples', () => {
	test.each<[string, ExampleJsonValue[] | undefined]>([
		['', []],
		['9', [9]],
		['9, true, vert', [9, true, 'vert']],
		['\'9\', "a, b", null', ['9', 'a, b', null]],
		['[1, 2], { price: 2.5 }', [[1, 2], { price: 2.5 }]],
		['bac de 8', ['bac de 8']],
		['-1.5', [-1.5]],
		['[1, 2', undefined],
		['l\'été, "', undefined],
		['.inf', undefined]
	])('with %j is read as %j', (typed, values) => {
		expect(readExampleValues(typed)).toEqual(values);
		if (values !== undefined) expect(readExampleValues(formatExampleCells(values))).toEqual(values);
	});

	test('for a result holds one value', () => {
		expect(readExampleValue('2')).toBe(2);
		expect(readExampleValue('2, 5')).toBeUndefined();
		expect(readExampleValue('')).toBeUndefined();
	});

	test('is written into a program as code', () => {
		expect([9, 'l’été', "l'été", 'a"b\n', [1, 'x']].map(formatExampleValueCode)).toEqual([
			'9',
			"'l’été'",
			"'l\\'été'",
			`'a"b\\n'`,
			'[1,"x"]'
		]);
	});
});

test('a wrong example reports which of its cells cannot be read', () => {
	expect(readExerciseExample({ ...EMPTY_EXERCISE_EXAMPLE, function: '', given: '9', returns: '2' })).toBe('function');
	expect(readExerciseExample({ ...EMPTY_EXERCISE_EXAMPLE, function: 'a b', given: '9', returns: '2' })).toBe(
		'function'
	);
	expect(readExerciseExample({ ...EMPTY_EXERCISE_EXAMPLE, function: 'trays', given: '[9', returns: '2' })).toBe(
		'given'
	);
	expect(readExerciseExample({ ...EMPTY_EXERCISE_EXAMPLE, function: 'trays', given: '9', returns: '' })).toBe(
		'returns'
	);
});

test('exported functions and their parameters are found in a program', () => {
	expect(
		findExportedFunctions(
			'export function a(x: number, y = [1, 2]): void {}\nfunction no() {}\nexport async function b() {}\nexport function c({ x }: P) {}'
		)
	).toEqual([
		{ name: 'a', parameters: ['x', 'y'] },
		{ name: 'b', parameters: [] },
		{ name: 'c', parameters: [] }
	]);
});

test.each([
	['Un bac contient **8** portions. Combien ?', 'Un bac contient 8 portions.'],
	['```ts\na\n```\n\nÉcris `f`', 'Écris f'],
	['~~~\na\n~~~\n\nÉcris ~5 lignes.', 'Écris ~5 lignes.'],
	['~~~\na\n\nb\n~~~', 'a'],
	['1. Lis', 'Lis'],
	['', '…'],
	['x'.repeat(200), `${'x'.repeat(139)}…`]
])('the first plain sentence of %j is %j', (brief, start) => {
	expect(findFirstPlainSentence(brief)).toBe(start);
});

describe('an exercise', () => {
	test('is read back from its folder as it was written', () => {
		const files = writeExerciseFolder(TRAYS_EXERCISE);
		expect(readExercise(files)).toEqual(TRAYS_EXERCISE);
		expect(writeExerciseFolder(readExercise(files) ?? TRAYS_EXERCISE)).toEqual(files);
	});

	test('is read back from its folder when its texts are still empty', () => {
		const emptyExercise = { ...TRAYS_EXERCISE, title: '', brief: '', start: '', solution: '', examples: [], hints: [] };
		expect(readExercise(writeExerciseFolder(emptyExercise))).toEqual(emptyExercise);
	});

	test.each(['```', 'Lis :\n\n```ts\n# rien', '- Lis\n  ~~~~\n  a', '```\na\n```\n\n```'])(
		'closes the code block that a text leaves open, and is read back: %j',
		(text) => {
			const openExercise = { ...TRAYS_EXERCISE, brief: text, hints: [text, 'Regarde `Math.ceil`'] };
			const files = writeExerciseFolder(openExercise);
			const exercise = readExercise(files);
			const [fence = ''] = /^ *[`~]{3,}/m.exec(text) ?? [];
			expect(exercise).toEqual({
				...openExercise,
				brief: `${text}\n${fence}`,
				hints: [`${text}\n${fence}`, 'Regarde `Math.ceil`']
			});
			expect(exercise && writeExerciseFolder(exercise)).toEqual(files);
		}
	);

	test('is read with rows of the same reason together, and then written to the same files', () => {
		const [first, second, third, ...others] = TRAYS_EXERCISE.examples;
		if (!first || !second || !third) throw new Error('The exercise has too few examples.');
		const files = writeExerciseFolder({ ...TRAYS_EXERCISE, examples: [second, first, third, ...others] });
		const exercise = readExercise(files);
		expect(exercise?.examples).toEqual([second, third, first, ...others]);
		expect(exercise && writeExerciseFolder(exercise)).toEqual(files);
	});

	test('keeps its solution and held-back examples in private/', () => {
		const publicFiles = Object.entries(writeExerciseFolder(TRAYS_EXERCISE)).filter(
			([path]) => !path.startsWith('private/')
		);
		expect(JSON.stringify(publicFiles)).not.toContain('Math.ceil(meals / 8)');
		expect(JSON.stringify(publicFiles)).not.toContain('17');
	});

	test('cannot be read from a whole challenge, an empty folder or a broken manifest', () => {
		const files = writeExerciseFolder(TRAYS_EXERCISE);
		const manifest = (files['challenge.yaml'] ?? '').replace('exercise: true\n', '');
		expect(readExercise({ ...files, 'challenge.yaml': manifest })).toBeUndefined();
		expect(readExercise({})).toBeUndefined();
		expect(readExercise({ 'challenge.yaml': '[' })).toBeUndefined();
	});
});
