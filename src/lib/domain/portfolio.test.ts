import { describe, expect, test } from 'vitest';
import {
	parsePortfolioChoice,
	portfolioKey,
	PORTFOLIO_LIMITS,
	withSentence,
	withWorkChosen,
	withWorkMoved,
	writePortfolioChoice,
	type PortfolioChoice
} from './portfolio.ts';

const choice: PortfolioChoice = [
	{ work: 'a', sentence: 'Un essai.' },
	{ work: 'b', sentence: '' },
	{ work: 'c', sentence: '' }
];
const orderOf = (works: PortfolioChoice) => works.map(({ work }) => work).join('');

describe('a stored choice', () => {
	test('is read as it was written', () => {
		expect(parsePortfolioChoice(JSON.parse(writePortfolioChoice(choice)))).toEqual(choice);
	});
	test.each([
		['nothing', null],
		['a list', choice],
		['another format', { format: 2, works: choice }],
		['an unknown field', { format: 1, works: [], name: 'Léa' }],
		['an unknown field of a work', { format: 1, works: [{ work: 'a', sentence: '', title: 'x' }] }],
		['a work twice', { format: 1, works: [choice[0], choice[0]] }],
		['an id with a path', { format: 1, works: [{ work: '../b', sentence: '' }] }],
		['a sentence without end', { format: 1, works: [{ work: 'a', sentence: 'x'.repeat(201) }] }],
		['too many works', { format: 1, works: Array.from({ length: 31 }, (_, at) => ({ work: `w${at}`, sentence: '' })) }]
	])('is empty where %s is stored', (_, stored) => expect(parsePortfolioChoice(stored)).toEqual([]));
	test('has a place of its own for each account', () => {
		expect(new Set([portfolioKey(null), portfolioKey('a'), portfolioKey('b')]).size).toBe(3);
	});
});

test('a work is picked once, at the end, and taken out', () => {
	expect(orderOf(withWorkChosen(choice, 'd', true))).toBe('abcd');
	expect(withWorkChosen(choice, 'a', true)).toBe(choice);
	expect(orderOf(withWorkChosen(choice, 'a', false))).toBe('bc');
	const fullChoice = Array.from({ length: PORTFOLIO_LIMITS.works }, (_, at) => ({ work: `w${at}`, sentence: '' }));
	expect(withWorkChosen(fullChoice, 'one more', true)).toBe(fullChoice);
});

test('a sentence is one line within the limit', () => {
	const [first, second] = withSentence(choice, 'b', `Deux\nlignes ${'x'.repeat(300)}`);
	expect(first).toBe(choice[0]);
	expect(second?.sentence).toMatch(/^Deux lignes x+$/);
	expect(second?.sentence).toHaveLength(PORTFOLIO_LIMITS.sentence);
});

test('a work moves up and down, and not past the ends', () => {
	expect(orderOf(withWorkMoved(choice, 'c', -1))).toBe('acb');
	expect(orderOf(withWorkMoved(choice, 'a', 1))).toBe('bac');
	expect(withWorkMoved(choice, 'a', -1)).toBe(choice);
	expect(withWorkMoved(choice, 'c', 1)).toBe(choice);
	expect(withWorkMoved(choice, 'unknown', 1)).toBe(choice);
});
