import { browserValueStore } from '#lib/browser-values.ts';
import {
	parsePortfolioChoice,
	portfolioStorageKey,
	PORTFOLIO_LIMITS,
	formatPortfolioChoice,
	type PortfolioChoice
} from '#lib/domain/portfolio.ts';

export const readPortfolioChoice = (account: string | null): PortfolioChoice =>
	parsePortfolioChoice(browserValueStore.readJson(portfolioStorageKey(account)));

export function savePortfolioChoice(account: string | null, choice: PortfolioChoice): void {
	if (choice.length === 0) browserValueStore.remove(portfolioStorageKey(account));
	else browserValueStore.write(portfolioStorageKey(account), formatPortfolioChoice(choice));
}

export function replaceWorkInPortfolio(account: string, workId: string, newWorkId: string): void {
	const choice = readPortfolioChoice(account);
	if (!choice.some(({ work }) => work === workId)) return;
	savePortfolioChoice(
		account,
		choice.map((entry) => (entry.work === workId ? { ...entry, work: newWorkId } : entry))
	);
}

export function movePortfolioChoice(account: string, works: readonly string[]): void {
	const visitorChoice = readPortfolioChoice(null);
	const movedEntries = visitorChoice.filter(({ work }) => works.includes(work));
	if (movedEntries.length === 0) return;
	const accountChoice = readPortfolioChoice(account);
	const addedEntries = movedEntries.filter(({ work }) => !accountChoice.some((each) => each.work === work));
	savePortfolioChoice(account, [...accountChoice, ...addedEntries].slice(0, PORTFOLIO_LIMITS.works));
	savePortfolioChoice(
		null,
		visitorChoice.filter((each) => !movedEntries.includes(each))
	);
}
