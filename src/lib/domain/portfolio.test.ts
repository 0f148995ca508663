import { describe, expect, test } from 'vitest';
import {
	parsePortfolioChoice,
	portfolioStorageKey,
	PORTFOLIO_LIMITS,
	replaceWorkSentence,
	setWorkChosen,
	moveChosenWork,
	formatPortfolioChoice,
	type PortfolioChoice
} from './portfolio.ts';

const portfolioChoice: PortfolioChoice = [
	{ work: 'a', sentence: 'Un essai.' },
	{ work: 'b', sentence: '' },
	{ work: 'c', sentence: '' }
];
const joinWorkIds = (works: PortfolioChoice) => works.map(({ work }) => work).join('');

describe('a stored portfolio choice', () => {
	test('is read as it was written', () => {
		expect(parsePortfolioChoice(JSON.parse(formatPortfolioChoice(portfolioChoice)))).toEqual(portfolioChoice);
	});
	test.each([
		['nothing', null],
		['a list', portfolioChoice],
		['another format', { format: 2, works: portfolioChoice }],
		['an unknown field', { format: 1, works: [], name: 'Léa' }],
		['an unknown field of a work', { format: 1, works: [{ work: 'a', sentence: '', title: 'x' }] }],
		['a work twice', { format: 1, works: [portfolioChoice[0], portfolioChoice[0]] }],
		['an id with a path', { format: 1, works: [{ work: '../b', sentence: '' }] }],
		['a sentence that is too long', { format: 1, works: [{ work: 'a', sentence: 'x'.repeat(201) }] }],
		['too many works', { format: 1, works: Array.from({ length: 31 }, (_, at) => ({ work: `w${at}`, sentence: '' })) }]
	])('is empty where %s is stored', (_, stored) => expect(parsePortfolioChoice(stored)).toEqual([]));
	test('has a separate storage key for each account', () => {
		expect(new Set([portfolioStorageKey(null), portfolioStorageKey('a'), portfolioStorageKey('b')]).size).toBe(3);
	});
});

test('a work is added once at the end, removed again, and refused beyond the limit', () => {
	expect(joinWorkIds(setWorkChosen(portfolioChoice, 'd', true))).toBe('abcd');
	expect(setWorkChosen(portfolioChoice, 'a', true)).toBe(portfolioChoice);
	expect(joinWorkIds(setWorkChosen(portfolioChoice, 'a', false))).toBe('bc');
	const fullChoice = Array.from({ length: PORTFOLIO_LIMITS.works }, (_, at) => ({ work: `w${at}`, sentence: '' }));
	expect(setWorkChosen(fullChoice, 'one more', true)).toBe(fullChoice);
});

test('a work’s sentence becomes one line and is cut to the limit', () => {
	const [first, second] = replaceWorkSentence(portfolioChoice, 'b', `Deux\nlignes ${'x'.repeat(300)}`);
	expect(first).toBe(portfolioChoice[0]);
	expect(second?.sentence).toMatch(/^Deux lignes x+$/);
	expect(second?.sentence).toHaveLength(PORTFOLIO_LIMITS.sentence);
});

test('a work moves up and down, and not past the ends', () => {
	expect(joinWorkIds(moveChosenWork(portfolioChoice, 'c', -1))).toBe('acb');
	expect(joinWorkIds(moveChosenWork(portfolioChoice, 'a', 1))).toBe('bac');
	expect(moveChosenWork(portfolioChoice, 'a', -1)).toBe(portfolioChoice);
	expect(moveChosenWork(portfolioChoice, 'c', 1)).toBe(portfolioChoice);
	expect(moveChosenWork(portfolioChoice, 'unknown', 1)).toBe(portfolioChoice);
});
