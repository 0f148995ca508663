import { expect, test } from 'vitest';
import { price } from './main.ts';

test('thirty-costs-50', () => {
	expect(price(30)).toBe(50);
});

test('forty-costs-100', () => {
	expect(price(40)).toBe(100);
});
