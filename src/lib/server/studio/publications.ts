import { and, desc, eq, ne } from 'drizzle-orm';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { BilingualText } from '#lib/domain/rubric.ts';
import { isExerciseId, isStudioId } from '#lib/domain/identity.ts';
import { storePackage, findPackage } from '#lib/server/content/packages.ts';
import type { PrivatePart } from '#lib/server/content/pack.ts';
import type { Database } from '#lib/server/db/database.ts';
import { challengePackage, publication, studioChallenge } from '#lib/server/db/schema/index.ts';
import type { Files } from '#sandbox/contract.ts';

interface NewPublication {
	account: string;
	packed: { challenge: Challenge; privatePart: PrivatePart };
	files: Files;
	madeFrom: string | null;
}

type PublishResult =
	| 'published'
	/** The challenge's id does not have the studio's form, or belongs to another account. */
	| 'taken'
	/** Another folder was published under this version number. */
	| 'version-taken';

/** Stores a checked version. Publishing the same version again changes nothing. */
export async function publishVersion(
	database: Database,
	{ account, packed, files, madeFrom }: NewPublication
): Promise<PublishResult> {
	const { challenge, privatePart: hidden } = packed;
	const { id, hash, version } = challenge;
	const isExercise = challenge.decision.options.length === 0;
	if (!isStudioId(id) || isExerciseId(id) !== isExercise) return 'taken';
	return database.transaction(async (transaction) => {
		await transaction.insert(studioChallenge).values({ id, accountId: account, madeFrom }).onConflictDoNothing();
		const [ownChallenge] = await transaction
			.select({ id: studioChallenge.id })
			.from(studioChallenge)
			.where(and(eq(studioChallenge.id, id), eq(studioChallenge.accountId, account)));
		if (ownChallenge === undefined) return 'taken';
		const [otherWithVersion] = await transaction
			.select({ hash: publication.hash })
			.from(publication)
			.where(and(eq(publication.challengeId, id), eq(publication.version, version), ne(publication.hash, hash)));
		if (otherWithVersion !== undefined) return 'version-taken';
		await storePackage(transaction, challenge, hidden);
		await transaction.insert(publication).values({ hash, challengeId: id, version, files }).onConflictDoNothing();
		return 'published';
	});
}

interface PublishedChallenge {
	id: string;
	hash: string;
	version: string;
	title: BilingualText;
	publishedAt: Date;
}

export async function listChallengesPublishedBy(database: Database, account: string): Promise<PublishedChallenge[]> {
	const rows = await database
		.select({
			id: publication.challengeId,
			hash: publication.hash,
			version: publication.version,
			titles: challengePackage.titles,
			publishedAt: publication.publishedAt
		})
		.from(publication)
		.innerJoin(studioChallenge, eq(studioChallenge.id, publication.challengeId))
		.innerJoin(challengePackage, eq(challengePackage.hash, publication.hash))
		.where(eq(studioChallenge.accountId, account))
		.orderBy(desc(publication.publishedAt));
	const newestPublications = rows.filter(({ id }, index) => rows.findIndex((row) => row.id === id) === index);
	return newestPublications.map(({ titles, ...row }) => ({
		...row,
		title: { fr: titles['fr'] ?? '', en: titles['en'] ?? '' }
	}));
}

/** Returns the newest version of a challenge that this account published; undefined for a challenge of another account. */
export async function findOwnPublishedChallenge(
	database: Database,
	account: string,
	id: string
): Promise<Challenge | undefined> {
	const newestPublication = (await listChallengesPublishedBy(database, account)).find((one) => one.id === id);
	return newestPublication && findPackage(database, newestPublication.hash);
}
