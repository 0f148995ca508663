import { expect, test } from 'vitest';
import * as program from './main.ts';

/** What the student adds in this step. */
interface Added {
	halfHours?: (minutes: number) => number;
	price: (minutes: number) => number;
}

const { halfHours, price }: Added = program;

test('own-half-hours', () => {
	expect(typeof halfHours).toBe('function');
});

test('half-hours-started', () => {
	for (const [minutes, count] of [
		[0, 0],
		[1, 1],
		[29, 1],
		[30, 1],
		[31, 2],
		[60, 2],
		[61, 3],
		[1440, 48]
	]) {
		expect(halfHours?.(minutes ?? 0)).toBe(count);
	}
});

test('half-hours-parts', () => {
	for (const [minutes, count] of [
		[0.5, 1],
		[29.5, 1],
		[30.5, 2],
		[60.5, 3]
	]) {
		expect(halfHours?.(minutes ?? 0)).toBe(count);
	}
});

test('free-until-20', () => {
	for (const minutes of [0, 10, 20]) expect(price(minutes)).toBe(0);
});

test('second-half-hour', () => {
	expect(price(30)).toBe(50);
	for (const minutes of [31, 55, 60]) expect(price(minutes)).toBe(100);
	expect(price(61)).toBe(150);
});
