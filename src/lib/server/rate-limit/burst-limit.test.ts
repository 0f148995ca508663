/** Tests that a flood of messages from one person is refused, and messages at an ordinary pace are not. */
import { expect, test } from 'vitest';
import { BurstLimit } from './burst-limit.ts';

test('a flood of messages is limited without limiting other people, and an ordinary pace is accepted', () => {
	const burstLimit = new BurstLimit();
	let acceptedCount = 0;
	for (let at = 0; at < 1000; at++) if (!burstLimit.isTooOften('flood', 1_000_000 + at)) acceptedCount += 1;
	expect(acceptedCount).toBeLessThan(25);
	expect(burstLimit.isTooOften('other', 1_001_000)).toBe(false);
	for (let minute = 0; minute < 60; minute++) {
		for (let second = 0; second < 60; second += 2) {
			expect(burstLimit.isTooOften('busy', 2_000_000 + minute * 60_000 + second * 1000)).toBe(false);
		}
	}
	expect(burstLimit.isTooOften('flood', 1_020_000)).toBe(false);
});
