import { expect, test } from 'vitest';
import {
	EMPTY_PROBLEM_CARD,
	parseMessageText,
	parseStoredProblemCard,
	parseUnfinishedCard,
	problemCardTitle
} from './problem-card.ts';

test.each([
	['Il reste du pain. Le mardi surtout.', 'Il reste du pain.'],
	['Il reste 2.5 kg de pain', 'Il reste 2.5 kg de pain'],
	['Une ligne\nUne autre.', 'Une ligne'],
	['Pourquoi ? Je ne sais pas.', 'Pourquoi ?'],
	['', ''],
	[`${'pain '.repeat(40)}.`, `${'pain '.repeat(21)}pain…`],
	['x'.repeat(300), `${'x'.repeat(55)}…`]
])('the problem %j gets the title %j', (wrong, title) => {
	expect(problemCardTitle({ wrong })).toBe(title);
});

test('an unfinished card is read, and malformed cards are refused', () => {
	expect(parseUnfinishedCard({ ...EMPTY_PROBLEM_CARD, wrong: ' a' })).toEqual({ ...EMPTY_PROBLEM_CARD, wrong: 'a' });
	for (const input of [null, {}, { ...EMPTY_PROBLEM_CARD, more: 1 }, { ...EMPTY_PROBLEM_CARD, wrong: 'a\0b' }])
		expect(parseUnfinishedCard(input)).toBeUndefined();
	expect(parseStoredProblemCard('{}')).toBeUndefined();
});

test('a message is trimmed, and refused when empty, too long or malformed', () => {
	expect(parseMessageText(' Oui.\r\n')).toBe('Oui.');
	for (const text of ['', ' \n', 'a\0b', 'x'.repeat(2001)]) expect(parseMessageText(text)).toBeUndefined();
});
