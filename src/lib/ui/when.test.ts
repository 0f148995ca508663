import { expect, test } from 'vitest';
import { formatDayInWords } from './when.ts';

const LONG_DAY_FORMAT = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

test.each([
	['2026-12-01', 'fr', 'mardi 1er décembre 2026'],
	['2026-12-11', 'fr', 'vendredi 11 décembre 2026'],
	['2026-12-02', 'fr', 'mercredi 2 décembre 2026'],
	['2026-12-01', 'en', 'Tuesday 1 December 2026']
])('the day %s in %s is written %s', (day, language, text) => {
	expect(formatDayInWords(new Date(day), language, LONG_DAY_FORMAT).replace(',', '')).toBe(text);
});

test('the first of a month is written 1er in French, even without a weekday', () => {
	expect(formatDayInWords(new Date('2026-05-01'), 'fr', { timeZone: 'UTC', day: 'numeric', month: 'long' })).toBe(
		'1er mai'
	);
});
