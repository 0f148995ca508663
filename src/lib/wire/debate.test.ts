import { describe, expect, test } from 'vitest';
import { LONGEST_POSITION } from '#lib/domain/debate.ts';
import { parseSentDebateChoice, parseContributorAnswer } from './debate.ts';

describe('a choice in a debate', () => {
	const sentChoice = {
		format: 1,
		account: 'a',
		by: 'b',
		moment: 'before',
		decision: { option: 'paper', position: '<b>Oui</b>' }
	};
	test('is parsed unchanged, including markup', () => expect(parseSentDebateChoice(sentChoice)).toEqual(sentChoice));

	const createChoiceWithDecision = (change: object) => ({
		...sentChoice,
		decision: { ...sentChoice.decision, ...change }
	});
	test.each([
		['no data', null],
		['another format', { ...sentChoice, format: 2 }],
		['an unknown moment', { ...sentChoice, moment: 'during' }],
		['a malformed member id', { ...sentChoice, by: '../x' }],
		['a position that is too long', createChoiceWithDecision({ position: 'x'.repeat(LONGEST_POSITION + 1) })],
		['a zero byte', createChoiceWithDecision({ position: 'a\0b' })],
		['half a surrogate pair', createChoiceWithDecision({ position: '\ud800' })],
		['an infinite value', createChoiceWithDecision({ values: { days: Infinity } })],
		[
			'too many values',
			createChoiceWithDecision({ values: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`v${at}`, 1])) })
		],
		['an unknown field', { ...sentChoice, name: 'Loup' }]
	])('is refused with %s', (_, input) => expect(parseSentDebateChoice(input)).toBeUndefined());
});

describe('the answer of a problem’s teller', () => {
	const answerMessage = { format: 1, kind: 'answer', answer: { willDo: false, text: '<b>Non</b>', name: '' } };
	test('is parsed unchanged, without fields that the class may not read', () => {
		expect(parseContributorAnswer(answerMessage)).toEqual(answerMessage.answer);
		const messageWithContact = { ...answerMessage, answer: { ...answerMessage.answer, contact: '02 98 00 00 00' } };
		expect(parseContributorAnswer(messageWithContact)).toEqual(answerMessage.answer);
		expect(parseContributorAnswer({ ...answerMessage, answer: null })).toBeNull();
	});

	test.each([
		['no data', null],
		['a proxy’s page', '<html>'],
		['a message of another format', { ...answerMessage, format: 99 }],
		['a refusal', { format: 1, kind: 'refused', reason: 'absent' }],
		['an answer without a yes or no', { ...answerMessage, answer: { text: 'Oui', name: '' } }]
	])('is not read from %s', (_, input) => expect(parseContributorAnswer(input)).toBeUndefined());
});
