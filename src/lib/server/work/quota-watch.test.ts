/** Tests that a warning comes before the storage for all accounts together is full. */
import { expect, test } from 'vitest';
import { QuotaWatch, quotaPercentOf } from './quota.ts';

test('each new percent from 80 on is reported once, and again after use fell below 80', () => {
	const saidPercents: number[] = [];
	const watch = new QuotaWatch((percent) => saidPercents.push(percent));
	for (const bytes of [799, 800, 805, 830, 820, 100, 810, 2000, 2100]) watch.observe(quotaPercentOf(bytes, 1000));
	expect(saidPercents).toEqual([80, 83, 81, 100]);
});
