/** Tests which address a teller's mail goes to, that no news is repeated, and that mails are an hour apart. */
import { expect, test } from 'vitest';
import { parseContactEmail, mergeTellerNews, parseTellerNews, computeSecondsUntilMail } from './teller-news.ts';

test.each([
	['annick@four.example', 'annick@four.example'],
	['Annick@Four.example', 'annick@four.example'],
	['annick@four.example, le matin', 'annick@four.example'],
	['Mon adresse : <annick@four.example>.', 'annick@four.example'],
	['02 98 00 00 00', undefined],
	['', undefined],
	['passez au fournil', undefined],
	// A contact with two addresses gets no mail at all.
	['annick@four.example, paul@four.example', undefined],
	['annick@four.example\r\nBcc: paul@four.example', undefined],
	['annick@localhost', undefined]
])('mail to the contact %j goes to %j', (contact, address) => {
	expect(parseContactEmail(contact)).toBe(address);
});

test('merging lists each kind of news once, in a fixed order', () => {
	expect(mergeTellerNews(['summary', 'claim'], ['claim', 'question'])).toEqual(['question', 'claim', 'summary']);
	expect(parseTellerNews(['claim'])).toEqual(['claim']);
	for (const other of [null, ['words of a student'], 'claim', {}]) expect(parseTellerNews(other)).toEqual([]);
});

test('an hour passes between two mails', () => {
	const now = new Date('2026-11-28T10:00:00Z');
	expect(computeSecondsUntilMail(null, now)).toBe(0);
	expect(computeSecondsUntilMail(now, now)).toBe(3600);
	expect(computeSecondsUntilMail(new Date('2026-11-28T09:15:00Z'), now)).toBe(900);
	expect(computeSecondsUntilMail(new Date('2026-11-28T08:00:00Z'), now)).toBe(0);
});
