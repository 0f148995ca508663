import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { projectDescriptionSchema } from './project.ts';

const face = { title: 'Rounds', card: null };
const read = (input: unknown) => parse(projectDescriptionSchema, input);

test('a project says from which exhibit it was made, by two ids and nothing else', () => {
	const remixOf = { classId: 'c', exhibit: 'e' };
	expect(read({ ...face, remixOf })).toEqual({ ...face, remixOf });
	expect(read({ ...face, remixOf: { ...remixOf, maker: 'Lou' } })).toEqual({ ...face, remixOf });
});

test('a project of one’s own, and one stored before there were remixes, come from no exhibit', () => {
	expect(read(face)).toEqual(face);
});

test.each([
	['null', null],
	['a text', 'e'],
	['no class', { exhibit: 'e' }],
	['an address', { classId: '../me', exhibit: 'e' }],
	['a long id', { classId: 'c', exhibit: 'e'.repeat(65) }]
])('a source that is no pair of ids is refused: %s', (_, remixOf) => {
	expect(read({ ...face, remixOf })).toBeUndefined();
});
