import { expect, test } from 'vitest';
import { price } from './main.ts';

/** Minute by minute, another way round: add 50 at minutes 0, 30, 60, … that lie before the end of the stay. */
function tariff(minutes: number): number {
	let cents = 0;
	for (let begun = 0; begun < minutes; begun += 30) cents += 50;
	return minutes > 20 ? cents : 0;
}

test('every-minute-of-eight-hours', () => {
	for (let minutes = 0; minutes <= 480; minutes++) expect(price(minutes)).toBe(tariff(minutes));
});

test('never-cheaper-for-longer', () => {
	let before = price(0);
	for (let minutes = 1; minutes <= 200; minutes++) {
		const after = price(minutes);
		expect(after).toBeGreaterThanOrEqual(before);
		before = after;
	}
});

test('same-answer-twice', () => {
	// Compared with each other, not with the tariff: a wrong price that is always the same is judged by the checks above.
	const [first, short] = [price(45), price(10)];
	expect([price(45), price(10), price(45)]).toEqual([first, short, first]);
});
