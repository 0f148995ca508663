import { expect, test } from 'vitest';
import { parseWithSchema } from './parse.ts';
import { projectDescriptionSchema, LONGEST_PROJECT_TITLE, findFreeTitle } from './project.ts';

const projectDescription = { title: 'Rounds', card: null };
const parseDescription = (input: unknown) => parseWithSchema(projectDescriptionSchema, input);

test('a remix names its exhibit by two ids, and other fields are dropped', () => {
	const remixOf = { classId: 'c', exhibit: 'e' };
	expect(parseDescription({ ...projectDescription, remixOf })).toEqual({ ...projectDescription, remixOf });
	expect(parseDescription({ ...projectDescription, remixOf: { ...remixOf, maker: 'Lou' } })).toEqual({
		...projectDescription,
		remixOf
	});
});

test('a project that was not made from an exhibit is read without remixOf', () => {
	expect(parseDescription(projectDescription)).toEqual(projectDescription);
});

test.each([
	['null', null],
	['a text', 'e'],
	['no class id', { exhibit: 'e' }],
	['a path instead of an id', { classId: '../me', exhibit: 'e' }],
	['an id that is too long', { classId: 'c', exhibit: 'e'.repeat(65) }]
])('an exhibit that is not given as two valid ids is refused: %s', (_, remixOf) => {
	expect(parseDescription({ ...projectDescription, remixOf })).toBeUndefined();
});

test.each([
	['a free title stays', 'Jeu', ['Quiz'], 'Jeu'],
	['a taken title gets a number', 'Jeu', ['Jeu'], 'Jeu (2)'],
	['the number is the next free one', 'Jeu', ['Jeu', 'Jeu (2)', 'Jeu (4)'], 'Jeu (3)'],
	['a copy of a copy has one number', 'Jeu (2)', ['Jeu', 'Jeu (2)'], 'Jeu (3)'],
	['a year in brackets stays part of the title', 'Carnaval (2026)', ['Carnaval (2026)'], 'Carnaval (2026) (2)'],
	['projects without a title stay without one', '', [''], ''],
	['another number in brackets is part of the title', 'Film (2026) bis', ['Film (2026) bis'], 'Film (2026) bis (2)']
])('%s', (_, title, taken, expected) => {
	expect(findFreeTitle(title, taken)).toBe(expected);
});

test('a taken title of maximum length stays within the limit and differs', () => {
	const longestTitle = 'é'.repeat(LONGEST_PROJECT_TITLE);
	const freeTitle = findFreeTitle(longestTitle, [longestTitle]);
	expect(freeTitle).toHaveLength(LONGEST_PROJECT_TITLE);
	expect(freeTitle).not.toBe(longestTitle);
});

test('shortening a long title cuts no character in two', () => {
	const longestTitle = `${'e'.repeat(LONGEST_PROJECT_TITLE - 5)}😀abc`;
	expect(findFreeTitle(longestTitle, [longestTitle])).toBe(`${'e'.repeat(LONGEST_PROJECT_TITLE - 5)} (2)`);
});
