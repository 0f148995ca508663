import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exercise } from '#lib/domain/exercise/exercise.ts';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { exerciseFaultsOf, missingExportFaultsOf } from './faults.ts';

const localeBefore = getLocale;
beforeAll(() => overwriteGetLocale(() => 'fr'));
afterAll(() => overwriteGetLocale(localeBefore));

const HEAD = 'function prix(cafes: number, carte: boolean): number {\n';
const EXERCISE: Exercise = {
	id: 'exo-abcdefghijkl',
	version: '1.0.0',
	language: 'fr',
	title: 'Les cafés',
	brief: 'Le prix de quelques cafés.',
	start: `export ${HEAD}\treturn 0;\n}\n`,
	solution: `export ${HEAD}\treturn cafes * 150;\n}\n`,
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

	test('is told once, at its field, with the name of its function', () => {
		const start = `${HEAD}\treturn 0;\n}\n`;
		expect(exerciseFaultsOf([problem, problem], { ...EXERCISE, start })).toEqual([
			{
				field: 'start',
				rows: [],
				text: 'Ajoutez « export » devant la fonction du code de départ : export function prix(…)'
			}
		]);
	});

	test('without a function is told at the start', () => {
		expect(exerciseFaultsOf([problem], { ...EXERCISE, start: '// À toi !\n' })).toMatchObject([
			{ field: 'start', text: expect.stringContaining('export function nom(…)') as string }
		]);
	});

	test('is told of a solution before anything is checked', () => {
		expect(missingExportFaultsOf(EXERCISE)).toEqual([]);
		expect(missingExportFaultsOf({ ...EXERCISE, solution: `async ${HEAD}}` })).toMatchObject([
			{ field: 'solution', text: expect.stringContaining('votre solution : export function prix(…)') as string }
		]);
		expect(missingExportFaultsOf({ ...EXERCISE, start: '', solution: `${HEAD}}\nexport { prix };` })).toEqual([]);
	});
});
