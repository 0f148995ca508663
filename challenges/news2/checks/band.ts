import { expect, test } from 'vitest';
import { breathBands, temperatureBands } from './given.ts';
import * as program from './main.ts';

/** What this step adds to the program. */
interface Added {
	band?: (value: number | null, bands: { max: number; points: number }[]) => number;
	news2: unknown;
}

const { band }: Added = program;

test('band-breaths', () => {
	expect(band?.(16, breathBands)).toBe(0);
	expect(band?.(22, breathBands)).toBe(2);
	expect(band?.(30, breathBands)).toBe(3);
});

test('band-edges', () => {
	for (const [breaths, points] of [
		[8, 3],
		[9, 1],
		[11, 1],
		[12, 0],
		[20, 0],
		[21, 2],
		[24, 2],
		[25, 3]
	]) {
		expect(band?.(breaths ?? 0, breathBands)).toBe(points);
	}
});

test('band-tenths', () => {
	expect(band?.(38, temperatureBands)).toBe(0);
	expect(band?.(38.1, temperatureBands)).toBe(1);
	expect(band?.(39, temperatureBands)).toBe(1);
	expect(band?.(39.1, temperatureBands)).toBe(2);
});

test('band-missing', () => {
	expect(band?.(null, breathBands)).toBe(0);
});

test('band-any-table', () => {
	const table = [
		{ max: -5, points: 9 },
		{ max: 5, points: 4 },
		{ max: Infinity, points: 1 }
	];
	expect([-6, -5, -4, 5, 6].map((value) => band?.(value, table))).toEqual([9, 9, 4, 4, 1]);
});
