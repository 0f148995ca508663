import { expect, test } from 'vitest';
import { breathBands, temperatureBands } from './given.ts';
import * as program from './main.ts';

/** What this step adds to the program. */
interface Added {
	band?: (value: number | null, bands: { max: number; points: number }[]) => number;
	news2: unknown;
}

const { band }: Added = program;

/** The value stands in the answer, so that a failed check says for which it was. */
const breathing = (breaths: number) => ({ breaths, points: band?.(breaths, breathBands) });
const at = (temperature: number) => ({ temperature, points: band?.(temperature, temperatureBands) });

test('band-breaths', () => {
	expect(breathing(16)).toEqual({ breaths: 16, points: 0 });
	expect(breathing(22)).toEqual({ breaths: 22, points: 2 });
	expect(breathing(30)).toEqual({ breaths: 30, points: 3 });
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
	] as const) {
		expect(breathing(breaths)).toEqual({ breaths, points });
	}
});

test('band-tenths', () => {
	expect(at(38)).toEqual({ temperature: 38, points: 0 });
	expect(at(38.1)).toEqual({ temperature: 38.1, points: 1 });
	expect(at(39)).toEqual({ temperature: 39, points: 1 });
	expect(at(39.1)).toEqual({ temperature: 39.1, points: 2 });
});

test('band-missing', () => {
	expect({ value: null, points: band?.(null, breathBands) }).toEqual({ value: null, points: 0 });
});

test('band-any-table', () => {
	const table = [
		{ max: -5, points: 9 },
		{ max: 5, points: 4 },
		{ max: Infinity, points: 1 }
	];
	for (const [value, points] of [
		[-6, 9],
		[-5, 9],
		[-4, 4],
		[0, 4],
		[5, 4],
		[6, 1]
	] as const) {
		expect({ value, points: band?.(value, table) }).toEqual({ value, points });
	}
});
