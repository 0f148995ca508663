import { expect, test } from 'vitest';
import type { PredictionQuestion } from '#lib/domain/prediction-question.ts';
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import { handInQuestionOf } from './hand-in-questions.ts';

const ask = (draw: PredictionQuestion['draw']): PredictionQuestion => ({ name: 'price', args: ['{minutes}'], draw });
const challengeWith = (
	ask: PredictionQuestion | undefined,
	html: string | undefined
): Pick<Challenge, 'ask' | 'text'> => {
	const text = (html === undefined ? {} : { ask: html }) as ChallengeText;
	return { ...(ask && { ask }), text: { fr: text, en: text } };
};

test('the values drawn for this work stand in the question and in the call, written as the language writes them', () => {
	const one = ask({ minutes: { among: [1.5] } });
	expect(handInQuestionOf(challengeWith(one, '<p>{minutes} min, {other}?</p>'), 'fr', 'w')).toEqual({
		html: '<p>1,5 min, {other}?</p>',
		call: 'price(1.5)'
	});
	expect(handInQuestionOf(challengeWith(one, '{minutes}'), 'en', 'w')?.html).toBe('1.5');
});

test('text that was drawn is text', () => {
	const one = ask({ minutes: { among: ['<b>&"'] } });
	expect(handInQuestionOf(challengeWith(one, '{minutes}'), 'fr', 'w')?.html).toBe('&lt;b&gt;&amp;&quot;');
});

test('where nothing is asked there is no question', () => {
	expect(handInQuestionOf(challengeWith(undefined, '{minutes}'), 'fr', 'w')).toBeNull();
	expect(handInQuestionOf(challengeWith(ask({}), undefined), 'fr', 'w')).toBeNull();
});
