/** Tests that choices in a debate and a teller's answer are parsed, and that malformed ones are refused. */
import { describe, expect, test } from 'vitest';
import { LONGEST_POSITION } from '#lib/domain/debate.ts';
import { parseSentDebateChoice, parseTellerAnswer } from './debate.ts';

describe('a choice', () => {
	const sentChoice = {
		format: 1,
		account: 'a',
		by: 'b',
		moment: 'before',
		decision: { option: 'paper', position: '<b>Oui</b>' }
	};
	test('is read as it is, markup and all', () => expect(parseSentDebateChoice(sentChoice)).toEqual(sentChoice));

	const withDecision = (change: object) => ({ ...sentChoice, decision: { ...sentChoice.decision, ...change } });
	test.each([
		['nothing', null],
		['another format', { ...sentChoice, format: 2 }],
		['another moment', { ...sentChoice, moment: 'during' }],
		['no member', { ...sentChoice, by: '../x' }],
		['a position without end', withDecision({ position: 'x'.repeat(LONGEST_POSITION + 1) })],
		['a zero byte', withDecision({ position: 'a\0b' })],
		['half a character', withDecision({ position: '\ud800' })],
		['a value that is none', withDecision({ values: { days: Infinity } })],
		[
			'values without end',
			withDecision({ values: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`v${at}`, 1])) })
		],
		['something more', { ...sentChoice, name: 'Loup' }]
	])('%s is refused', (_, input) => expect(parseSentDebateChoice(input)).toBeUndefined());
});

describe('the answer of a problem’s teller', () => {
	const answerMessage = { format: 1, kind: 'answer', answer: { willDo: false, text: '<b>Non</b>', name: '' } };
	test('is read as it is, with nothing more than the class may read', () => {
		expect(parseTellerAnswer(answerMessage)).toEqual(answerMessage.answer);
		const messageWithContact = { ...answerMessage, answer: { ...answerMessage.answer, contact: '02 98 00 00 00' } };
		expect(parseTellerAnswer(messageWithContact)).toEqual(answerMessage.answer);
		expect(parseTellerAnswer({ ...answerMessage, answer: null })).toBeNull();
	});

	test.each([
		['nothing', null],
		['a proxy’s page', '<html>'],
		['another format', { ...answerMessage, format: 99 }],
		['a refusal', { format: 1, kind: 'refused', reason: 'absent' }],
		['an answer without its choice', { ...answerMessage, answer: { text: 'Oui', name: '' } }]
	])('%s is none', (_, input) => expect(parseTellerAnswer(input)).toBeUndefined());
});
