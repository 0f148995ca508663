import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { judge } from '#sandbox/judge/unit-test-judge.ts';
import { ArgumentError } from '../arguments.ts';
import { checkChallenge } from '../check.ts';
import { fixFolder } from '../fix-folder.ts';
import { readExampleAnswer, readIdAnswer, readPersonAnswer, type SceneKind } from './questions.ts';
import { readCallExample } from './call-example.ts';
import { createChallengeFolder, refuseExistingFolder } from './index.ts';

const testFolder = mkdtempSync(join(tmpdir(), 'braise nouveau é '));
afterAll(() => rmSync(testFolder, { recursive: true, force: true }));

function makeChallengeFolder(id: string, kind: SceneKind, language: 'fr' | 'en', example: string): Promise<string> {
	const person = readPersonAnswer("food: Malik d'Orsenne, cuisinier à l'école");
	return createChallengeFolder({ id, kind, language, person, example: readExampleAnswer(example, kind) }, testFolder);
}

describe('a new challenge has no problem, and nothing to format', () => {
	test.each([
		['table', 'fr', 'trays(meals: 9) = 2'],
		['queue', 'en', "isFree(who: 'resident', minutes: 2.5) = false"],
		['round', 'fr', 'nearest']
	] as const)('%s in %s, from %s', (kind, language, example) => expectWithoutProblem(kind, language, example));

	test.each([
		['line', 'fr', "status(celsius: 9) = 'warm'"],
		['week', 'en', 'fits(minutes: 90) = true'],
		['receipt', 'fr', 'fee(minutes: 45) = 150'],
		['grid', 'en', "sow(sun: 6) = 'tomato'"],
		['table', 'en', 'sign(number: 0) = 1'],
		['table', 'fr', 'signe(nombre: -3, 4) = ok'],
		['line', 'en', "level(metres: -0.5) = 'ok'"],
		['line', 'fr', "load(kilograms: 900) = 'low'"],
		['round', 'en', 'next(here, stops)'],
		['week', 'fr', 'room(people: 12) = 2'],
		['grid', 'fr', 'isFree(hour: 3, 2) = true']
	] as const)('%s in %s, from %s', { tags: ['soak'] }, (kind, language, example) =>
		expectWithoutProblem(kind, language, example)
	);

	async function expectWithoutProblem(kind: SceneKind, language: 'fr' | 'en', example: string) {
		const id = `${kind}-${language}-${readExampleAnswer(example, kind).name.toLowerCase()}`;
		const folder = await makeChallengeFolder(id, kind, language, example);
		expect(await fixFolder(folder)).toEqual([]);
		const { problems, found } = await checkChallenge(folder, judge);
		expect(problems).toEqual([]);
		expect(Object.values(found?.mutants ?? {}).every((catchers) => catchers.length > 0)).toBe(true);
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		expect(files).toContain(`text.${language}.md`);
		expect(files).not.toContain(`text.${language === 'fr' ? 'en' : 'fr'}.md`);
		const text = readFileSync(join(folder, `text.${language}.md`), 'utf8');
		expect(text).toContain('Malik d’Orsenne');
		expect(text).not.toContain('{{');
	}
});

describe('an author’s answers', () => {
	test('an example is read as a call and its result', () => {
		expect(readCallExample(' fee ( weight : 2.5 , "abroad", true ) = -1')).toEqual({
			name: 'fee',
			given: [
				{ name: 'weight', value: 2.5 },
				{ name: 'value2', value: 'abroad' },
				{ name: 'value3', value: true }
			],
			returns: -1
		});
	});

	test.each([
		'trays',
		'trays() = 2',
		'trays(meals: 9)',
		'trays(meals: 9) = ',
		"trays(meals: 'nine') = 2",
		'trays(1, 2, 3, 4, 5) = 2',
		'return(meals: 9) = 2',
		'trays(meals: 9, meals: 8) = 2',
		'trays(trays: 9) = 2',
		'trays(meals: 1e12) = 2',
		'trays(meals: 0.00000001) = 2',
		"trays(meals: 9) = 'it''s'",
		'trays(meals: 9) = process.exit()'
	])('the example %s is refused', (text) => expect(() => readCallExample(text)).toThrow(ArgumentError));

	test('a receipt needs a function that returns a price, and a round a function’s name', () => {
		expect(() => readExampleAnswer("fee(minutes: 9) = 'dear'", 'receipt')).toThrow('a receipt needs a function');
		expect(() => readExampleAnswer('two words', 'round')).toThrow('cannot be a name');
		expect(() => readExampleAnswer('fee(right: 9) = 2', 'table')).toThrow('is the column of what is right');
		expect(readExampleAnswer('nearest(here, stops)', 'round')).toMatchObject({ name: 'nearest', returns: 'Lina' });
	});

	test('a line needs a function that takes one number and returns a word', () => {
		expect(() => readExampleAnswer('trays(meals: 9) = 2', 'line')).toThrow('a line needs a function');
		expect(() => readExampleAnswer("status(celsius: 9, 8) = 'warm'", 'line')).toThrow('a line needs a function');
	});

	test.each(['Malik', 'food: Malik', 'cooking: Malik, cook', 'food: Malik, <b>cook</b>', 'food: , cook'])(
		'"%s" is refused as a person',
		(text) => expect(() => readPersonAnswer(text)).toThrow(ArgumentError)
	);

	test.each(['Le-Bac', 'le bac', '../bac', 'bac-', '2-bacs', ''])('"%s" is refused as a folder’s name', (text) =>
		expect(() => readIdAnswer(text)).toThrow(ArgumentError)
	);
});

test('creating a challenge in an existing folder is refused', async () => {
	await createChallengeFolder({ id: 'twice', kind: 'code' }, testFolder);
	expect(() => refuseExistingFolder('twice', testFolder)).toThrow('is there already');
	await expect(createChallengeFolder({ id: 'twice', kind: 'code' }, testFolder)).rejects.toThrow('is there already');
});
