import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exercise } from '#lib/domain/exercise/exercise.ts';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { exerciseFaultsOf, missingExportFaultsOf } from './exercise-faults.ts';

const getLocaleBefore = getLocale;
beforeAll(() => overwriteGetLocale(() => 'fr'));
afterAll(() => overwriteGetLocale(getLocaleBefore));

const FUNCTION_HEAD = 'function prix(cafes: number, carte: boolean): number {\n';
const TEST_EXERCISE: Exercise = {
	id: 'exo-abcdefghijkl',
	version: '1.0.0',
	language: 'fr',
	title: 'Les cafés',
	brief: 'Le prix de quelques cafés.',
	start: `export ${FUNCTION_HEAD}\treturn 0;\n}\n`,
	solution: `export ${FUNCTION_HEAD}\treturn cafes * 150;\n}\n`,
	examples: [
		{ function: 'prix', given: '12, false', returns: '1800', because: '', isHeldBack: false },
		{ function: 'prix', given: '1, false', returns: '150', because: 'Un café', isHeldBack: false },
		{ function: 'prix', given: '2, false', returns: '300', because: 'Un café', isHeldBack: false }
	],
	hints: [],
	piste: 'blue',
	minutes: 20
};

describe('a program without export', () => {
	const problem = { file: 'challenge.yaml', line: 1, message: "File '/0/main.ts' is not a module." };

	test('is reported once, at its field, with the name of its function', () => {
		const startWithoutExport = `${FUNCTION_HEAD}\treturn 0;\n}\n`;
		expect(exerciseFaultsOf([problem, problem], { ...TEST_EXERCISE, start: startWithoutExport })).toEqual([
			{
				field: 'start',
				rows: [],
				text: 'Ajoutez « export » devant la fonction du code de départ : export function prix(…)'
			}
		]);
	});

	test('that has no function either is reported at the starting code', () => {
		expect(exerciseFaultsOf([problem], { ...TEST_EXERCISE, start: '// À toi !\n' })).toMatchObject([
			{ field: 'start', text: expect.stringContaining('export function nom(…)') as string }
		]);
	});

	test('is reported at the solution before the folder is checked', () => {
		expect(missingExportFaultsOf(TEST_EXERCISE)).toEqual([]);
		expect(missingExportFaultsOf({ ...TEST_EXERCISE, solution: `async ${FUNCTION_HEAD}}` })).toMatchObject([
			{ field: 'solution', text: expect.stringContaining('votre solution : export function prix(…)') as string }
		]);
		expect(
			missingExportFaultsOf({ ...TEST_EXERCISE, start: '', solution: `${FUNCTION_HEAD}}\nexport { prix };` })
		).toEqual([]);
	});
});

describe('an example that the solution contradicts', () => {
	const faultsOfFailure = (check: string, message: string) =>
		exerciseFaultsOf(
			[{ file: 'checks/build.yaml', line: 1, message: `the solution fails "${check}": ${message}` }],
			TEST_EXERCISE
		);

	test('is reported with the returned and the expected value', () => {
		const objectStart = '{ cafes: 12, carte: false, prix: ';
		const text = 'Votre solution renvoie 1650, l’exemple attend 1800.';
		expect(faultsOfFailure('example-1', `expected ${objectStart}1650 } to equal ${objectStart}1800 }`)).toEqual([
			{ field: 'examples', rows: [0], text }
		]);
		const wideStart = '{\n  cafes: 12,\n  carte: false,\n  prix: ';
		expect(faultsOfFailure('example-1', `expected ${wideStart}1650\n} to equal ${wideStart}1800\n}`)).toMatchObject([
			{ text }
		]);
		expect(faultsOfFailure('example-1', `expected ${objectStart}"1800" } to equal ${objectStart}1800 }`)).toMatchObject(
			[{ text: 'Votre solution renvoie "1800", l’exemple attend 1800.' }]
		);
	});

	test('is reported with the original message when the returned value is uncertain', () => {
		for (const [check, message] of [
			[
				'example-1',
				'expected { cafes: 12, carte: "prix: 2", prix: 1 } to equal { cafes: 12, carte: "prix: 2", prix: 2 }'
			],
			['example-1', 'TypeError: cafes is not a function'],
			['example-2', 'expected { cafes: 1, carte: false, prix: 1 } to equal { cafes: 1, carte: false, prix: 150 }']
		] as const)
			expect(faultsOfFailure(check, message)).toMatchObject([
				{ text: 'Votre solution ne renvoie pas cela.', detail: message }
			]);
	});

	test('is reported with both values even when its arguments have no names', () => {
		const exercise = {
			...TEST_EXERCISE,
			solution: 'export function prix(...all: unknown[]): unknown {\n\treturn [all.length];\n}\n'
		};
		const message = 'the solution fails "example-1": expected [2] to equal 1800';
		expect(exerciseFaultsOf([{ file: 'checks/build.yaml', line: 1, message }], exercise)).toMatchObject([
			{ text: 'Votre solution renvoie [2], l’exemple attend 1800.' }
		]);
	});
});
