import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Language } from '#lib/domain/language.ts';
import { portfolioChallengeOf, type PortfolioChallenge, type ShownPortfolio } from '#lib/domain/portfolio.ts';
import { findChallenge, listChallenges } from '#lib/server/content/index.ts';
import { RecentCache } from '#lib/server/content/recent-cache.ts';
import { readVersionExtracts } from '#lib/server/content/version-extracts.ts';
import type { Database } from '#lib/server/db/database.ts';
import { publication, work, workAuthor, membership, portfolio } from '#lib/server/db/schema/index.ts';

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

type PortfolioChallengeByLanguage = Record<Language, PortfolioChallenge>;

/** Cached by hash, because a version never changes. */
const recentPortfolioChallenges = new RecentCache<PortfolioChallengeByLanguage>(2000);

/**
 * Returns the challenges of the build and of the catalogue, and the versions that works of this account pin. A visitor gets all
 * published ones, because the server does not know which works their browser keeps.
 */
export async function listPortfolioChallenges(
	database: Database,
	account: string | undefined,
	language: Language
): Promise<PortfolioChallenge[]> {
	const buildChallenges: PortfolioChallenge[] = [];
	for (const { id, hasPicture } of await listChallenges(language)) {
		const challenge = await findChallenge(id);
		if (challenge) buildChallenges.push(portfolioChallengeOf(challenge, language, hasPicture));
	}
	const buildHashes = new Set(buildChallenges.map(({ hash }) => hash));
	const picturedIds = new Set(buildChallenges.flatMap(({ id, hasPicture }) => (hasPicture ? [id] : [])));
	const visibleHashes = [
		...new Set([...(await listPublishedVersionHashes(database)), ...(await listPinnedVersionHashes(database, account))])
	];
	const otherChallenges = await readVersionExtracts(
		database,
		visibleHashes.filter((hash) => !buildHashes.has(hash)),
		recentPortfolioChallenges,
		(challenge) => ({
			fr: portfolioChallengeOf(challenge, 'fr', false),
			en: portfolioChallengeOf(challenge, 'en', false)
		})
	);
	return [
		...buildChallenges,
		...[...otherChallenges.values()].map((each) => ({
			...each[language],
			hasPicture: picturedIds.has(each[language].id)
		}))
	];
}

async function listPublishedVersionHashes(database: Database): Promise<string[]> {
	const rows = await database
		.select({ hash: publication.hash })
		.from(publication)
		.where(eq(publication.state, 'published'));
	return rows.map(({ hash }) => hash);
}

async function listPinnedVersionHashes(database: Database, account: string | undefined): Promise<string[]> {
	if (account === undefined) return [];
	const rows = await database
		.selectDistinct({ hash: sql<string>`${work.challenge} ->> 'hash'` })
		.from(workAuthor)
		.innerJoin(work, eq(work.id, workAuthor.workId))
		.where(and(eq(workAuthor.accountId, account), eq(work.kind, 'challenge'), isNotNull(work.challenge)));
	return rows.map(({ hash }) => hash);
}
