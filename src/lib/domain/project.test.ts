/** Tests that a project's description names the exhibit it was made from, and that wrong ids are refused. */
import { expect, test } from 'vitest';
import { parseWithSchema } from './parse.ts';
import { projectDescriptionSchema } from './project.ts';

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
