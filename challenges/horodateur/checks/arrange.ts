import { expect, test } from 'vitest';
import { price } from './main.ts';

test('free-until-20', () => {
	for (const minutes of [0, 1, 10, 19, 20]) expect(price(minutes)).toBe(0);
});

test('never-negative', () => {
	for (let minutes = 0; minutes <= 120; minutes++) expect(price(minutes)).toBeGreaterThanOrEqual(0);
});

test('charged-after-20', () => {
	expect(price(21)).toBeGreaterThan(0);
	expect(price(30)).toBe(50);
	expect(price(40)).toBe(100);
});
