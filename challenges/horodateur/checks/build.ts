import { expect, test } from 'vitest';
import { price } from './main.ts';

test('free-until-20', () => {
	for (const minutes of [0, 1, 10, 19, 20]) expect(price(minutes)).toBe(0);
});

test('first-half-hour', () => {
	for (const minutes of [21, 22, 29, 30]) expect(price(minutes)).toBe(50);
});

test('second-half-hour', () => {
	for (const minutes of [31, 50, 55, 59, 60]) expect(price(minutes)).toBe(100);
});

test('third-half-hour', () => {
	for (const minutes of [61, 89, 90]) expect(price(minutes)).toBe(150);
	expect(price(91)).toBe(200);
});

test('long-stay', () => {
	expect(price(600)).toBe(1000);
	expect(price(601)).toBe(1050);
	expect(price(1440)).toBe(2400);
});

test('whole-cents', () => {
	for (let minutes = 0; minutes <= 120; minutes++) expect(price(minutes) % 50).toBe(0);
});
