/** Reads what a portfolio on a wall shows about its challenges, even if the reader never opened them. */
import { eq } from 'drizzle-orm';
import type { Language } from '#lib/domain/language.ts';
import type { PortfolioChallenge, ShownPortfolio } from '#lib/domain/portfolio.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, portfolio } from '#lib/server/db/schema/index.ts';
import { listPortfolioChallenges } from './portfolio-challenges.ts';

/** Returns only the challenges of the portfolio's works, because nobody may learn which other challenges its maker opened. */
export async function listShownPortfolioChallenges(
	database: Database,
	{ id, works }: Pick<ShownPortfolio, 'id' | 'works'>,
	language: Language
): Promise<PortfolioChallenge[]> {
	const shownIds = new Set(works.flatMap(({ challenge }) => challenge?.id ?? []));
	if (shownIds.size === 0) return [];
	const [maker] = await database
		.select({ account: membership.accountId })
		.from(portfolio)
		.innerJoin(membership, eq(membership.id, portfolio.membershipId))
		.where(eq(portfolio.id, id));
	const challenges = await listPortfolioChallenges(database, maker?.account, language);
	return challenges.filter((challenge) => shownIds.has(challenge.id));
}
