/** Tests which answer and verdict each cell of a grid scene shows, and which cell a stage dial selects. */
import { expect, test } from 'vitest';
import type { GridFields } from './grid-fields.ts';
import { createGridStory } from './grid-story.ts';

const gridFields: GridFields = {
	title: 'plan',
	ground: 'garden',
	cells: [
		{ row: 1, column: 1, given: [2], right: 'bare' },
		{ row: 1, column: 2, given: [7], right: 'bean' },
		{ row: 2, column: 3, given: [9], right: 'bean' }
	],
	function: 'sow',
	given: ['sun'],
	values: ['bare', 'bean', 'leek'],
	decision: { situation: 'decide', option: 'one', measure: () => [] }
};

test('each cell shows the value that the program returned, with its verdict', () => {
	const { cells, rows, columns, lookedAtIndex } = createGridStory(
		{ sow: (sun: number) => (sun > 8 ? 'leek' : 'bean') },
		gridFields,
		undefined
	);
	expect(cells.map(({ answerIndex, verdict }) => [answerIndex, verdict])).toEqual([
		[1, 'wrong'],
		[1, 'right'],
		[2, 'wrong']
	]);
	expect({ rows, columns, lookedAtIndex }).toEqual({ rows: 2, columns: 3, lookedAtIndex: undefined });
	expect(createGridStory({ sow: () => 'weeds' }, gridFields, undefined).cells[0]).toMatchObject({
		answerIndex: undefined,
		verdict: 'wrong'
	});
	expect(createGridStory({}, gridFields, undefined).cells[0]).toMatchObject({ answerIndex: undefined, verdict: 'odd' });
});

test('the stage dial selects one cell, and never goes beyond the last', () => {
	const lookedIndexFor = (moved: number) => createGridStory({}, gridFields, moved).lookedAtIndex;
	expect([0, 1, 3, 40].map(lookedIndexFor)).toEqual([0, 0, 2, 2]);
	const emptyStory = createGridStory({}, { ...gridFields, cells: [] }, 1);
	expect(emptyStory).toMatchObject({ cells: [], rows: 1, columns: 1, lookedAtIndex: 0 });
});
