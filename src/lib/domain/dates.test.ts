import { expect, test } from 'vitest';
import { countDaysSince1970, formatFormDate, parseFormDate, parseTimeZone } from './dates.ts';

test.each([
	['2026-11-27T18:00', 'Europe/Paris', '2026-11-27T17:00:00.000Z'],
	['2026-07-01T08:30', 'Europe/Paris', '2026-07-01T06:30:00.000Z'],
	['2026-11-27T18:00:00', 'UTC', '2026-11-27T18:00:00.000Z'],
	['2026-11-27T23:30', 'America/Martinique', '2026-11-28T03:30:00.000Z'],
	['2026-11-27T00:15', 'Indian/Reunion', '2026-11-26T20:15:00.000Z'],
	// Minutes next to the clock changes in autumn and in spring.
	['2026-10-25T01:59', 'Europe/Paris', '2026-10-24T23:59:00.000Z'],
	['2026-10-25T03:00', 'Europe/Paris', '2026-10-25T02:00:00.000Z'],
	['2026-03-29T01:59', 'Europe/Paris', '2026-03-29T00:59:00.000Z'],
	['2026-03-29T03:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z']
])('the form’s date %s in %s is the moment %s', (local, zone, moment) => {
	expect(parseFormDate(local, zone)?.toISOString()).toBe(moment);
	expect(formatFormDate(new Date(moment), zone)).toBe(local.slice(0, 16));
});

test('an hour skipped or repeated by a clock change gives a moment of that night', () => {
	expect(['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z']).toContain(
		parseFormDate('2026-03-29T02:30', 'Europe/Paris')?.toISOString()
	);
	expect(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']).toContain(
		parseFormDate('2026-10-25T02:30', 'Europe/Paris')?.toISOString()
	);
});

test.each(['', 'demain', '2026-11-27', '2026-13-01T10:00', '2026-02-30T10:00', '2026-11-27T24:10', '0001-01-01T00:00'])(
	'%j is not read as a date',
	(text) => {
		expect(parseFormDate(text, 'Europe/Paris')).toBeUndefined();
	}
);

test('known time zones are accepted, unknown ones refused', () => {
	expect(parseTimeZone('Europe/Paris')).toBe('Europe/Paris');
	for (const text of ['', 'Europe/Nowhere', '../../etc', 'x'.repeat(100), null, 3])
		expect(parseTimeZone(text)).toBeUndefined();
});

test('a day begins at midnight of its zone', () => {
	const [before, after] = [new Date('2026-11-26T22:59:00Z'), new Date('2026-11-26T23:00:00Z')];
	expect(countDaysSince1970(after, 'Europe/Paris') - countDaysSince1970(before, 'Europe/Paris')).toBe(1);
	expect(countDaysSince1970(after, 'UTC')).toBe(countDaysSince1970(before, 'UTC'));
});
