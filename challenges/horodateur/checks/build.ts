import { expect, test } from 'vitest';
import { price } from './main.ts';

/** The minutes stand in the answer, so that a failed check says for how long a stay it was. */
const at = (minutes: number) => ({ minutes, price: price(minutes) });

/** The first stay of up to two hours that is wrong, or the last one when none is. */
const firstWrong = (isWrong: (price: number) => boolean) => {
	let stay = at(0);
	for (let minutes = 1; minutes <= 120 && !isWrong(stay.price); minutes++) stay = at(minutes);
	return stay;
};

test('free-until-20', () => {
	for (const minutes of [0, 1, 10, 19, 20]) expect(at(minutes)).toEqual({ minutes, price: 0 });
});

test('first-half-hour', () => {
	for (const minutes of [21, 22, 29, 30]) expect(at(minutes)).toEqual({ minutes, price: 50 });
});

test('second-half-hour', () => {
	for (const minutes of [31, 50, 55, 59, 60]) expect(at(minutes)).toEqual({ minutes, price: 100 });
});

test('third-half-hour', () => {
	for (const minutes of [61, 89, 90]) expect(at(minutes)).toEqual({ minutes, price: 150 });
	expect(at(91)).toEqual({ minutes: 91, price: 200 });
});

test('long-stay', () => {
	expect(at(600)).toEqual({ minutes: 600, price: 1000 });
	expect(at(601)).toEqual({ minutes: 601, price: 1050 });
	expect(at(1440)).toEqual({ minutes: 1440, price: 2400 });
});

test('whole-cents', () => {
	const stay = firstWrong((cents) => !Number.isInteger(cents));
	expect({ ...stay, whole: Number.isInteger(stay.price) }).toEqual({ ...stay, whole: true });
});
