import { expect, test } from 'vitest';
import { bedWith, type Measures } from './data/bed.ts';
import * as program from './main.ts';

/** What this step adds to the program. */
interface Added {
	points?: (bed: Measures) => number[];
	news2: (bed: Measures) => number;
}

const { points, news2 }: Added = program;
const abel = bedWith({ breaths: 22, saturation: 95, systolic: 105, pulse: 112, temperature: 38.4 });

test('seven-points', () => {
	expect(points?.(bedWith())).toEqual([0, 0, 0, 0, 0, 0, 0]);
	expect(points?.(abel)).toEqual([2, 1, 0, 1, 2, 0, 1]);
});

test('abel-scores-7', () => {
	expect(news2(abel)).toBe(7);
});

test('saturation-edges', () => {
	const found = [91, 92, 93, 94, 95, 96].map((saturation) => news2(bedWith({ saturation })));
	expect(found).toEqual([3, 2, 2, 1, 1, 0]);
});

test('oxygen-adds-2', () => {
	expect(news2(bedWith({ onOxygen: true }))).toBe(2);
});

test('systolic-edges', () => {
	const found = [90, 91, 100, 101, 110, 111, 219, 220].map((systolic) => news2(bedWith({ systolic })));
	expect(found).toEqual([3, 2, 2, 1, 1, 0, 0, 3]);
});

test('pulse-edges', () => {
	const rates = [40, 41, 50, 51, 90, 91, 110, 111, 130, 131];
	expect(rates.map((pulse) => news2(bedWith({ pulse })))).toEqual([3, 1, 1, 0, 0, 1, 1, 2, 2, 3]);
});

test('not-alert-adds-3', () => {
	expect(news2(bedWith({ alert: false }))).toBe(3);
});

test('worst-of-all', () => {
	const worst = {
		breaths: 30,
		saturation: 85,
		onOxygen: true,
		systolic: 80,
		pulse: 140,
		alert: false,
		temperature: 34
	};
	expect(news2(worst)).toBe(20);
});
