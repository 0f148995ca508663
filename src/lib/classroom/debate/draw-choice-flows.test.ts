import { expect, test } from 'vitest';
import { drawChoiceFlows } from './draw-choice-flows.ts';

const OPTION_IDS = ['a', 'b', 'c'];
const OPTION_FLOWS = [
	{ from: 'a', to: 'a', count: 3 },
	{ from: 'a', to: 'b', count: 1 },
	{ from: 'b', to: 'a', count: 0 },
	{ from: 'b', to: 'b', count: 4 }
];

test('the ribbons of each option fill its height on both sides without gaps or overlaps', () => {
	const { leftNodes: left, rightNodes: right, ribbons } = drawChoiceFlows(OPTION_FLOWS, OPTION_IDS, 80, 5);
	expect(left.map(({ count, y, height }) => [count, y, height])).toEqual([
		[4, 0, 40],
		[4, 45, 40],
		[0, 90, 0]
	]);
	expect(right.map(({ count, height }) => [count, height])).toEqual([
		[3, 30],
		[5, 50],
		[0, 0]
	]);
	expect(ribbons.map(({ from, to, y0, y1, height }) => [from, to, y0, y1, height])).toEqual([
		['a', 'a', 0, 0, 30],
		['a', 'b', 30, 35, 10],
		['b', 'b', 45, 45, 40]
	]);
});

test('without any choices nothing is drawn', () => {
	const { ribbons, leftNodes: left } = drawChoiceFlows([], OPTION_IDS, 80, 5);
	expect(ribbons).toEqual([]);
	expect(left.every(({ height }) => height === 0)).toBe(true);
});
