import { and, eq, inArray } from 'drizzle-orm';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import type { ChallengeCredits } from '#lib/domain/publication.ts';
import {
	sortInTeachingOrder,
	listChallenges,
	challengeSummaryOf,
	type ChallengeSummary
} from '#lib/server/content/index.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import { RecentCache } from '#lib/server/content/recent-cache.ts';
import { readVersionExtracts } from '#lib/server/content/version-extracts.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, publication, studioChallenge } from '#lib/server/db/schema/index.ts';
import { challengeCreditsOf } from './people.ts';
import { readPublicationRows } from './version-rows.ts';

type CatalogueChallenge = ChallengeSummary & {
	/** Name of the teacher who made the challenge in the studio; absent for a challenge of the build. */
	maker?: string;
};

type SummaryByLanguage = Record<Language, ChallengeSummary>;

/**
 * Cached summaries by hash, because a version never changes. There is room for several catalogues; a summary takes a kilobyte.
 */
const challengeSummaryCache = new RecentCache<SummaryByLanguage>(2000);

/** The table is read each time, so that all processes show at once what one publishes or retires. */
export async function listCatalogue(database: Database, language: Language): Promise<CatalogueChallenge[]> {
	const publicationRows = await database
		.select({ hash: publication.hash, maker: account.name })
		.from(publication)
		.innerJoin(studioChallenge, eq(studioChallenge.id, publication.challengeId))
		.innerJoin(account, eq(account.id, studioChallenge.accountId))
		.where(eq(publication.state, 'published'));
	const summaries = await readVersionExtracts(
		database,
		publicationRows.map(({ hash }) => hash),
		challengeSummaryCache,
		(challenge) => ({
			fr: challengeSummaryOf(challenge, 'fr', false),
			en: challengeSummaryOf(challenge, 'en', false)
		})
	);
	const entries: CatalogueChallenge[] = await listChallenges(language);
	for (const { hash, maker } of publicationRows) {
		const summary = summaries.get(hash)?.[language];
		if (summary) entries.push({ ...summary, maker });
	}
	return sortInTeachingOrder(entries);
}

export async function findCatalogueChallenge(database: Database, id: string): Promise<Challenge | undefined> {
	const [found] = await database
		.select({ hash: publication.hash })
		.from(publication)
		.where(and(eq(publication.challengeId, id), eq(publication.state, 'published')));
	return found && findPackage(database, found.hash);
}

interface CatalogueEntry {
	isRetired: boolean;
	people: ChallengeCredits;
}

/** Returns what a challenge's page shows about a version that is, or was, in the catalogue; null for any other version. */
export async function catalogueEntryOf(
	database: Database,
	hash: string,
	language: Language
): Promise<CatalogueEntry | null> {
	const isPublic = inArray(publication.state, ['published', 'retired']);
	const [row] = await readPublicationRows(database, and(eq(publication.hash, hash), isPublic));
	return row
		? { isRetired: row.state.kind === 'retired', people: await challengeCreditsOf(database, row, language) }
		: null;
}
