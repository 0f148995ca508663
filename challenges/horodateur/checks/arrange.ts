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

test('never-negative', () => {
	const stay = firstWrong((cents) => cents < 0);
	expect({ ...stay, givesBack: stay.price < 0 }).toEqual({ ...stay, givesBack: false });
});

test('charged-after-20', () => {
	expect({ minutes: 21, paid: price(21) > 0 }).toEqual({ minutes: 21, paid: true });
	expect(at(30)).toEqual({ minutes: 30, price: 50 });
	expect(at(40)).toEqual({ minutes: 40, price: 100 });
});
