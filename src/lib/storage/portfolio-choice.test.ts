import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { portfolioKey } from '#lib/domain/portfolio.ts';
import { movePortfolioChoice, readPortfolioChoice, savePortfolioChoice } from './portfolio-choice.ts';
import { erasePersonHere } from './sync/leave.ts';

let stored: Map<string, string>;
beforeEach(() => {
	stored = stubLocalStorage();
});
afterEach(() => vi.unstubAllGlobals());

const chosen = (...works: string[]) => works.map((work) => ({ work, sentence: `Sur ${work}.` }));

test('each person has a choice of their own, and an empty one leaves nothing', () => {
	savePortfolioChoice('one', chosen('a', 'b'));
	expect(readPortfolioChoice('one')).toEqual(chosen('a', 'b'));
	expect(readPortfolioChoice(null)).toEqual([]);
	savePortfolioChoice('one', []);
	expect(stored.size).toBe(0);
});

test('what is stored and cannot be read is an empty choice', () => {
	for (const text of ['{', '"a"', '{"format":1,"works":[{"work":"a"}]}']) {
		stored.set(portfolioKey('one'), text);
		expect(readPortfolioChoice('one'), text).toEqual([]);
	}
});

test('a visitor’s choice goes along with the works that an account takes', () => {
	savePortfolioChoice(null, chosen('a', 'b', 'c'));
	savePortfolioChoice('one', chosen('d', 'b'));
	movePortfolioChoice('one', ['a', 'b']);
	expect(readPortfolioChoice('one')).toEqual(chosen('d', 'b', 'a'));
	expect(readPortfolioChoice(null)).toEqual(chosen('c'));
});

test('the choice goes with whoever leaves this computer, and stays for others', async () => {
	savePortfolioChoice('one', chosen('a'));
	savePortfolioChoice('other', chosen('b'));
	savePortfolioChoice(null, chosen('c'));
	await erasePersonHere('one');
	expect([...stored.keys()]).toEqual([portfolioKey('other'), portfolioKey(null)]);
});
