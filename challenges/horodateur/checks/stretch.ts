import { expect, test } from 'vitest';
import * as program from './main.ts';

/** What the student adds in this step. */
interface Added {
	halfHours?: (minutes: number) => number;
	price: (minutes: number) => number;
}

const { halfHours, price }: Added = program;

/** The minutes stand in the answer, so that a failed check says for which it was. */
const counted = (minutes: number) => ({ minutes, halfHours: halfHours?.(minutes) });
const priced = (minutes: number) => ({ minutes, price: price(minutes) });

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
	] as const) {
		expect(counted(minutes)).toEqual({ minutes, halfHours: count });
	}
});

test('half-hours-parts', () => {
	for (const [minutes, count] of [
		[0.5, 1],
		[29.5, 1],
		[30.5, 2],
		[60.5, 3]
	] as const) {
		expect(counted(minutes)).toEqual({ minutes, halfHours: count });
	}
});

test('free-until-20', () => {
	for (const minutes of [0, 10, 20]) expect(priced(minutes)).toEqual({ minutes, price: 0 });
});

test('second-half-hour', () => {
	expect(priced(30)).toEqual({ minutes: 30, price: 50 });
	for (const minutes of [31, 55, 60]) expect(priced(minutes)).toEqual({ minutes, price: 100 });
	expect(priced(61)).toEqual({ minutes: 61, price: 150 });
});
