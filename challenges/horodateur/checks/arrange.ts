import { expect, test } from 'vitest';
import { price } from './main.ts';

/** The minutes stand in the answer, so that a failed check says for how long a stay it was. */
const at = (minutes: number) => ({ minutes, price: price(minutes) });

test('free-until-20', () => {
	for (const minutes of [0, 1, 10, 19, 20]) expect(at(minutes)).toEqual({ minutes, price: 0 });
});

test('never-negative', () => {
	for (let minutes = 0; minutes <= 120; minutes++) {
		const stay = at(minutes);
		expect({ ...stay, givesBack: stay.price < 0 }).toEqual({ ...stay, givesBack: false });
	}
});

test('charged-after-20', () => {
	expect({ minutes: 21, paid: price(21) > 0 }).toEqual({ minutes: 21, paid: true });
	expect(at(30)).toEqual({ minutes: 30, price: 50 });
	expect(at(40)).toEqual({ minutes: 40, price: 100 });
});
