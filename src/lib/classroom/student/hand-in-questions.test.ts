import { expect, test } from 'vitest';
import type { PredictionQuestion } from '#lib/domain/prediction-question.ts';
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import { handInQuestionOf } from './hand-in-questions.ts';

const createQuestion = (draw: PredictionQuestion['draw']): PredictionQuestion => ({
	name: 'price',
	args: ['{minutes}'],
	draw
});
const createChallengeWithQuestion = (
	ask: PredictionQuestion | undefined,
	html: string | undefined
): Pick<Challenge, 'ask' | 'text'> => {
	const text = (html === undefined ? {} : { ask: html }) as ChallengeText;
	return { ...(ask && { ask }), text: { fr: text, en: text } };
};

test('drawn values are inserted into the question in its language’s notation, and into the call', () => {
	const one = createQuestion({ minutes: { among: [1.5] } });
	expect(handInQuestionOf(createChallengeWithQuestion(one, '<p>{minutes} min, {other}?</p>'), 'fr', 'w')).toEqual({
		html: '<p>1,5 min, {other}?</p>',
		call: 'price(1.5)'
	});
	expect(handInQuestionOf(createChallengeWithQuestion(one, '{minutes}'), 'en', 'w')?.html).toBe('1.5');
});

test('drawn text is escaped in the HTML of the question', () => {
	const one = createQuestion({ minutes: { among: ['<b>&"'] } });
	expect(handInQuestionOf(createChallengeWithQuestion(one, '{minutes}'), 'fr', 'w')?.html).toBe('&lt;b&gt;&amp;&quot;');
});

test('a challenge without a question or its text has no question at the hand-in', () => {
	expect(handInQuestionOf(createChallengeWithQuestion(undefined, '{minutes}'), 'fr', 'w')).toBeNull();
	expect(handInQuestionOf(createChallengeWithQuestion(createQuestion({}), undefined), 'fr', 'w')).toBeNull();
});
