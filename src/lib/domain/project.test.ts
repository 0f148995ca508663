/** Tests that a project's description names the exhibit it was made from, and that wrong ids are refused. */
import { expect, test } from 'vitest';
import { parseWithSchema } from './parse.ts';
import { projectDescriptionSchema } from './project.ts';

const description = { title: 'Rounds', card: null };
const parseDescription = (input: unknown) => parseWithSchema(projectDescriptionSchema, input);

test('a project says from which exhibit it was made, by two ids and nothing else', () => {
	const remixOf = { classId: 'c', exhibit: 'e' };
	expect(parseDescription({ ...description, remixOf })).toEqual({ ...description, remixOf });
	expect(parseDescription({ ...description, remixOf: { ...remixOf, maker: 'Lou' } })).toEqual({
		...description,
		remixOf
	});
});

test('a project of one’s own, and one stored before there were remixes, come from no exhibit', () => {
	expect(parseDescription(description)).toEqual(description);
});

test.each([
	['null', null],
	['a text', 'e'],
	['no class', { exhibit: 'e' }],
	['an address', { classId: '../me', exhibit: 'e' }],
	['a long id', { classId: 'c', exhibit: 'e'.repeat(65) }]
])('a source that is no pair of ids is refused: %s', (_, remixOf) => {
	expect(parseDescription({ ...description, remixOf })).toBeUndefined();
});
