import { describe, expect, test } from 'vitest';
import { parseSentProgressReport, parseSentHelpRequest } from './progress.ts';

describe('a report of progress', () => {
	const sentReport = { format: 1, account: 'a', step: 'build', done: ['discover'], passed: 1, checks: 2 };
	test('is parsed, as is a wish for help', () => {
		expect(parseSentProgressReport(sentReport)).toEqual(sentReport);
		expect(parseSentHelpRequest({ format: 1, account: 'a', wanted: true })).toEqual({
			format: 1,
			account: 'a',
			wanted: true
		});
	});

	test.each([
		['no data', undefined],
		['another format', { ...sentReport, format: 2 }],
		['more passed checks than there are checks', { ...sentReport, passed: 3 }],
		['half a check', { ...sentReport, passed: 0.5 }],
		['a negative number of passed checks', { ...sentReport, passed: -1 }],
		['too many checks', { ...sentReport, checks: 201 }],
		['a number of checks that is NaN', { ...sentReport, checks: NaN }],
		['markup as a step', { ...sentReport, step: '<b>' }],
		['a zero byte', { ...sentReport, step: 'a\0' }],
		['the same step twice', { ...sentReport, done: ['a', 'a'] }],
		['too many steps', { ...sentReport, done: Array.from({ length: 201 }, (_, at) => `s${at}`) }],
		['an unknown field', { ...sentReport, files: { 'main.ts': '' } }],
		['a malformed wish for help in its place', { format: 1, account: 'a', wanted: 'yes' }]
	])('is refused with %s', (_, input) => {
		expect(parseSentProgressReport(input)).toBeUndefined();
		expect(parseSentHelpRequest(input)).toBeUndefined();
	});
});
