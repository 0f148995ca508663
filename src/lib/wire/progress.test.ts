import { describe, expect, test } from 'vitest';
import { parseSentProgressReport, parseHelpWish } from './progress.ts';

describe('a report of progress', () => {
	const good = { format: 1, account: 'a', step: 'build', done: ['discover'], passed: 1, checks: 2 };
	test('is read', () => {
		expect(parseSentProgressReport(good)).toEqual(good);
		expect(parseHelpWish({ format: 1, account: 'a', wanted: true })).toEqual({ format: 1, account: 'a', wanted: true });
	});

	test.each([
		['nothing', undefined],
		['another format', { ...good, format: 2 }],
		['more passed than there are', { ...good, passed: 3 }],
		['half a check', { ...good, passed: 0.5 }],
		['less than none', { ...good, passed: -1 }],
		['more than any', { ...good, checks: 201 }],
		['no number', { ...good, checks: NaN }],
		['markup for a step', { ...good, step: '<b>' }],
		['a zero byte', { ...good, step: 'a\0' }],
		['a step twice', { ...good, done: ['a', 'a'] }],
		['steps without end', { ...good, done: Array.from({ length: 201 }, (_, at) => `s${at}`) }],
		['something more', { ...good, files: { 'main.ts': '' } }],
		['a wish', { format: 1, account: 'a', wanted: 'yes' }]
	])('%s is refused', (_, input) => {
		expect(parseSentProgressReport(input)).toBeUndefined();
		expect(parseHelpWish(input)).toBeUndefined();
	});
});
