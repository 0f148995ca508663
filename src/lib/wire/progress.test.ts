/** Tests that reports of progress and wishes for help are parsed, and that malformed ones are refused. */
import { describe, expect, test } from 'vitest';
import { parseSentProgressReport, parseHelpWish } from './progress.ts';

describe('a report of progress', () => {
	const sentReport = { format: 1, account: 'a', step: 'build', done: ['discover'], passed: 1, checks: 2 };
	test('is read', () => {
		expect(parseSentProgressReport(sentReport)).toEqual(sentReport);
		expect(parseHelpWish({ format: 1, account: 'a', wanted: true })).toEqual({ format: 1, account: 'a', wanted: true });
	});

	test.each([
		['nothing', undefined],
		['another format', { ...sentReport, format: 2 }],
		['more passed than there are', { ...sentReport, passed: 3 }],
		['half a check', { ...sentReport, passed: 0.5 }],
		['less than none', { ...sentReport, passed: -1 }],
		['more than any', { ...sentReport, checks: 201 }],
		['no number', { ...sentReport, checks: NaN }],
		['markup for a step', { ...sentReport, step: '<b>' }],
		['a zero byte', { ...sentReport, step: 'a\0' }],
		['a step twice', { ...sentReport, done: ['a', 'a'] }],
		['steps without end', { ...sentReport, done: Array.from({ length: 201 }, (_, at) => `s${at}`) }],
		['something more', { ...sentReport, files: { 'main.ts': '' } }],
		['a wish', { format: 1, account: 'a', wanted: 'yes' }]
	])('%s is refused', (_, input) => {
		expect(parseSentProgressReport(input)).toBeUndefined();
		expect(parseHelpWish(input)).toBeUndefined();
	});
});
