/** Tests the reading of outlines from the paths of SVG maps. */
import { expect, test } from 'vitest';
import { parseSvgOutlines } from './ready-map-file.ts';

test('each closed part of a path is an outline; the next part is placed relative to its first point', () => {
	expect(parseSvgOutlines('m 10,20 5,0 0,5 z m 100,100 4,0 0,4 -4,0 z', 1)).toEqual([
		[
			[10, 20],
			[15, 20],
			[15, 25]
		],
		[
			[110, 120],
			[114, 120],
			[114, 124],
			[110, 124]
		]
	]);
});

test('corners are rounded, and corners too near another corner are left out', () => {
	expect(parseSvgOutlines('m 0.4,0.4 1,0 9,1e-1 0,9.6 z', 2)).toEqual([
		[
			[0, 0],
			[10, 1],
			[10, 10]
		]
	]);
});

test('an outline that is too small becomes a square', () => {
	expect(parseSvgOutlines('m 7.2,8.9 0.1,0 0,0.1 z', 2)).toEqual([
		[
			[7, 9],
			[8, 9],
			[8, 10],
			[7, 10]
		]
	]);
});

test('an outline does not repeat its first corner, and a line that returns on itself is left out', () => {
	expect(parseSvgOutlines('m 0,0 5,0 0,5 -5,-5 z m 20,20 4,0 -4,0 z', 1)).toEqual([
		[
			[0, 0],
			[5, 0],
			[5, 5]
		]
	]);
});

test('an unsupported path command is refused', () => {
	expect(() => parseSvgOutlines('m 1,1 c 1,1 2,2 3,3 z', 1)).toThrow('not known');
});
