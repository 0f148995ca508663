import { expect, test } from 'vitest';
import { bedWith, type Measures } from './data/bed.ts';
import * as program from './main.ts';

/** What this step adds to the program. */
interface Added {
	points?: (bed: Measures) => number[];
	news2: (bed: Measures) => number;
}

const { points, news2 }: Added = program;

/** What differs from somebody who is well stands in the answer, so that a failed check says for whom it was. */
function expectScore(changes: Partial<Measures>, score: number): void {
	expect({ ...changes, score: news2(bedWith(changes)) }).toEqual({ ...changes, score });
}

const abel = bedWith({ breaths: 22, saturation: 95, systolic: 105, pulse: 112, temperature: 38.4 });

test('seven-points', () => {
	expect(points?.(bedWith())).toEqual([0, 0, 0, 0, 0, 0, 0]);
	expect(points?.(abel)).toEqual([2, 1, 0, 1, 2, 0, 1]);
});

test('abel-scores-7', () => {
	expect(news2(abel)).toBe(7);
});

test('saturation-edges', () => {
	[3, 2, 2, 1, 1, 0].forEach((score, index) => expectScore({ saturation: 91 + index }, score));
});

test('oxygen-adds-2', () => {
	expectScore({ onOxygen: true }, 2);
});

test('systolic-edges', () => {
	for (const [systolic, score] of [
		[90, 3],
		[91, 2],
		[100, 2],
		[101, 1],
		[110, 1],
		[111, 0],
		[219, 0],
		[220, 3]
	] as const) {
		expectScore({ systolic }, score);
	}
});

test('pulse-edges', () => {
	for (const [pulse, score] of [
		[40, 3],
		[41, 1],
		[50, 1],
		[51, 0],
		[90, 0],
		[91, 1],
		[110, 1],
		[111, 2],
		[130, 2],
		[131, 3]
	] as const) {
		expectScore({ pulse }, score);
	}
});

test('not-alert-adds-3', () => {
	expectScore({ alert: false }, 3);
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
