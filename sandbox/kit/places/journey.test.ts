import { expect, test } from 'vitest';
import { crossings, whereabouts } from './journey.ts';

const travellerPath = [
	{ x: 0, y: 0, arrives: 0, leaves: 0 },
	{ x: 4, y: 0, arrives: 10, leaves: 14 },
	{ x: 0, y: 4, arrives: 24, leaves: Infinity }
];

test('a traveller drives to a stop, waits there and drives on', () => {
	expect(whereabouts(travellerPath, 5)).toMatchObject({ part: 0, point: { x: 2, y: 0 }, drives: true, looks: 'right' });
	expect(whereabouts(travellerPath, 12)).toMatchObject({ part: 0, point: { x: 4, y: 0 }, drives: false });
	const laterWhereabouts = whereabouts(travellerPath, 19);
	expect(laterWhereabouts).toMatchObject({ part: 1, point: { x: 2, y: 2 }, looks: 'left' });
	expect(laterWhereabouts.driven.map(({ x, y }) => [x, y])).toEqual([
		[0, 0],
		[4, 0],
		[2, 2]
	]);
	expect(whereabouts(travellerPath, 1000)).toMatchObject({ part: 1, point: { x: 0, y: 4 }, drives: false });
});

test('on a path of no point or one point, the traveller stays in place', () => {
	expect(whereabouts([], 5).point).toEqual({ x: 0, y: 0 });
	expect(whereabouts(travellerPath.slice(1, 2), 50)).toMatchObject({ point: { x: 4, y: 0 }, drives: false });
});

test('a crossing lies within two parts of a path, not where they meet at their ends', () => {
	const crossingPath = [
		{ x: 0, y: 0 },
		{ x: 4, y: 4 },
		{ x: 4, y: 0 },
		{ x: 0, y: 4 },
		{ x: 0, y: 0 }
	];
	expect(crossings(crossingPath)).toEqual([{ x: 2, y: 2, part: 2 }]);
	expect(crossings(crossingPath.slice(0, 3))).toEqual([]);
});
