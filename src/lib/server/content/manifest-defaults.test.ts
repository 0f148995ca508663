/** Tests that fields which an author leaves out of challenge.yaml are filled in, and that written fields stay. */
import { expect, test } from 'vitest';
import { fillManifestDefaults } from './manifest-defaults.ts';

const SOLUTION_CODE = `export function key(name: string): string {
	const words = name.split(' ');

	return words[0];
}
`;

test('fields that the author left out are filled in, and written fields stay', () => {
	const card = {
		reviewer: 'Ada',
		steps: [
			{ kind: 'discover', hand: [{ id: 'rows', min: 1 }] },
			{
				kind: 'tune',
				values: [
					{ name: 'letters', min: 1 },
					{ id: 'other', name: 'far', file: 'x.ts', step: 5 }
				]
			},
			{ id: 'order', kind: 'arrange', name: 'key' },
			'stretch'
		],
		decision: { options: { all: { hall: 2 }, none: { hall: 0 } }, another: [{ id: 'hall' }] },
		rubric: ['reads', { id: 'writes', levels: ['no', 'yes'] }]
	};
	expect(fillManifestDefaults(card, SOLUTION_CODE)).toEqual({
		partner: null,
		reviewer: 'Ada',
		languages: ['fr', 'en'],
		steps: [
			{ id: 'discover', kind: 'discover', hand: [{ step: 1, id: 'rows', min: 1 }] },
			{
				id: 'tune',
				kind: 'tune',
				values: [
					{ id: 'letters', file: 'main.ts', step: 1, name: 'letters', min: 1 },
					{ id: 'other', name: 'far', file: 'x.ts', step: 5 }
				]
			},
			{
				id: 'order',
				kind: 'arrange',
				file: 'main.ts',
				name: 'key',
				lines: ["const words = name.split(' ');", 'return words[0];'],
				wrong: []
			},
			{ id: 'stretch', kind: 'stretch' },
			{ id: 'decide', kind: 'decide' },
			{ id: 'show', kind: 'show' }
		],
		decision: {
			options: ['all', 'none'],
			settings: { all: { hall: 2 }, none: { hall: 0 } },
			another: [{ step: 1, id: 'hall' }]
		},
		rubric: [
			{ id: 'reads', levels: ['not-yet', 'with-help', 'alone'] },
			{ id: 'writes', levels: ['no', 'yes'] }
		]
	});
});

test('invalid contents of challenge.yaml are kept as they are', () => {
	for (const card of [null, 'text', 7]) expect(fillManifestDefaults(card)).toBe(card);
	expect(fillManifestDefaults({ steps: 'none', decision: 3, rubric: {} })).toMatchObject({
		steps: 'none',
		decision: 3,
		rubric: {}
	});
	expect(fillManifestDefaults({ steps: [{ kind: 'arrange', name: 'lost' }, 7] }, SOLUTION_CODE)).toMatchObject({
		steps: [{ id: 'arrange', wrong: [] }, 7, { kind: 'decide' }, { kind: 'show' }]
	});
});
