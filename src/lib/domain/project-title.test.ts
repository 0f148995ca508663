/** Tests that a taken project title gets the next free number, and stays within the limit of length. */
import { expect, test } from 'vitest';
import { LONGEST_PROJECT_TITLE } from './project.ts';
import { findFreeTitle } from './project-title.ts';

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
