import { expect, test } from 'vitest';
import { bedWith, type Measures } from './data/bed.ts';
import * as program from './main.ts';

const { response }: { response: (bed: Measures) => string } = program;

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
