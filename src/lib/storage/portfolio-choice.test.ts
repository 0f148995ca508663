import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { portfolioStorageKey } from '#lib/domain/portfolio.ts';
import { openStorage } from './open.ts';
import { movePortfolioChoice, readPortfolioChoice, savePortfolioChoice } from './portfolio-choice.ts';
import { erasePersonFromBrowser } from './sync/leave-computer.ts';
import { moveVisitorWorks } from './sync/works-offer.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

let storedValues: Map<string, string>;
beforeEach(() => {
	storedValues = stubLocalStorage();
});
afterEach(() => vi.unstubAllGlobals());

const createChoice = (...works: string[]) => works.map((work) => ({ work, sentence: `Sur ${work}.` }));

test('each person has their own portfolio choice, and saving an empty choice erases it', () => {
	savePortfolioChoice('one', createChoice('a', 'b'));
	expect(readPortfolioChoice('one')).toEqual(createChoice('a', 'b'));
	expect(readPortfolioChoice(null)).toEqual([]);
	savePortfolioChoice('one', []);
	expect(storedValues.size).toBe(0);
});

test('a stored choice that cannot be read counts as empty', () => {
	for (const brokenText of ['{', '"a"', '{"format":1,"works":[{"work":"a"}]}']) {
		storedValues.set(portfolioStorageKey('one'), brokenText);
		expect(readPortfolioChoice('one'), brokenText).toEqual([]);
	}
});

test('a visitor’s choice moves with the works that an account takes over', async () => {
	const visitorStorage = await openStorage({ account: null });
	const content = { files: { 'main.ts': 'let a = 1;' }, steps: null, decision: null, project: null };
	const createdWork = await visitorStorage.createWork({ kind: 'project', challenge: null, language: 'fr' }, content);
	visitorStorage.close();
	const work = createdWork.kind === 'loaded' ? createdWork.work.id : '';
	savePortfolioChoice(null, createChoice(work, 'other'));
	expect(await moveVisitorWorks('one', [work])).toEqual([work]);
	expect(readPortfolioChoice('one')).toEqual(createChoice(work));
	expect(readPortfolioChoice(null)).toEqual(createChoice('other'));
});

test('an account’s own entry for a work stays when a visitor’s choice is added', () => {
	savePortfolioChoice(null, createChoice('a', 'b', 'c'));
	savePortfolioChoice('one', createChoice('d', 'b'));
	movePortfolioChoice('one', ['a', 'b']);
	expect(readPortfolioChoice('one')).toEqual(createChoice('d', 'b', 'a'));
	expect(readPortfolioChoice(null)).toEqual(createChoice('c'));
});

test('the choice of a person who leaves this computer is erased, and those of others stay', async () => {
	savePortfolioChoice('one', createChoice('a'));
	savePortfolioChoice('other', createChoice('b'));
	savePortfolioChoice(null, createChoice('c'));
	await erasePersonFromBrowser('one');
	expect([...storedValues.keys()]).toEqual([portfolioStorageKey('other'), portfolioStorageKey(null)]);
});
