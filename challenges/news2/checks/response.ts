import { expect, test } from 'vitest';
import { bedWith, type Measures } from './data/bed.ts';
import * as program from './main.ts';

/** What this step goes on from. */
interface Added {
	news2: (bed: Measures) => number;
	response: (bed: Measures) => string;
}

const { news2, response }: Added = program;

test('continuous-from-7', () => {
	expect(response(bedWith({ breaths: 22, saturation: 95, systolic: 105, pulse: 112, temperature: 38.4 }))).toBe(
		'continuous'
	);
	expect(response(bedWith({ breaths: 25, saturation: 91, alert: false }))).toBe('continuous');
});

test('hourly-from-5', () => {
	expect(response(bedWith({ saturation: 94, onOxygen: true, systolic: 108, pulse: 95 }))).toBe('hourly');
	expect(response(bedWith({ breaths: 22, saturation: 93, pulse: 112 }))).toBe('hourly');
});

test('one-single-three', () => {
	expect(response(bedWith({ pulse: 38 }))).toBe('hourly');
	expect(response(bedWith({ alert: false }))).toBe('hourly');
	expect(response(bedWith({ systolic: 220 }))).toBe('hourly');
});

test('watch-below-5', () => {
	expect(response(bedWith({ temperature: 39.4 }))).toBe('watch');
	expect(response(bedWith({ saturation: 95, systolic: 110, pulse: 93 }))).toBe('watch');
	expect(response(bedWith({ breaths: 22, pulse: 112 }))).toBe('watch');
});

test('routine-at-0', () => {
	expect(response(bedWith())).toBe('routine');
	expect(response(bedWith({ breaths: 20, saturation: 96, systolic: 111, pulse: 90, temperature: 38 }))).toBe('routine');
});

test('measure-again', () => {
	expect(response(bedWith({ pulse: null, saturation: null }))).toBe('measure');
	expect(response(bedWith({ pulse: null, temperature: 38.5 }))).toBe('measure');
});

test('missing-but-serious', () => {
	expect(response(bedWith({ pulse: null, alert: false }))).toBe('hourly');
	expect(response(bedWith({ saturation: null, breaths: 25, systolic: 90, pulse: 112 }))).toBe('continuous');
});

// What the steps before built still holds.
test('pulse-edges', () => {
	const rates = [40, 41, 50, 51, 90, 91, 110, 111, 130, 131];
	expect(rates.map((pulse) => news2(bedWith({ pulse })))).toEqual([3, 1, 1, 0, 0, 1, 1, 2, 2, 3]);
});

test('oxygen-adds-2', () => {
	expect(news2(bedWith({ onOxygen: true }))).toBe(2);
});
