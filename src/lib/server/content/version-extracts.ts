import type { Challenge } from '#lib/domain/challenge.ts';
import type { Database } from '#lib/server/db/database.ts';
import { readPackages, findPackage } from './packages.ts';
import type { RecentCache } from './recent-cache.ts';
import { and, eq, like } from 'drizzle-orm';
import { challengePackage } from '#lib/server/db/schema/index.ts';
import { findChallenge } from './index.ts';

/** Finds a pinned version; undefined when it does not exist, or when this Braise can no longer open its format. */
export async function openPinnedChallenge(
	database: Database,
	{ id, hash }: { id: string; hash: string }
): Promise<Challenge | undefined> {
	const latestChallenge = await findChallenge(id);
	if (latestChallenge?.hash === hash) return latestChallenge;
	const storedChallenge = await findPackage(database, hash);
	return storedChallenge?.id === id ? storedChallenge : undefined;
}

export async function findChallengeByHashPrefix(
	database: Database,
	id: string,
	prefix: string
): Promise<Challenge | undefined> {
	const latestChallenge = await findChallenge(id);
	if (latestChallenge?.hash.startsWith(prefix)) return latestChallenge;
	if (!/^[\w-]{1,100}$/.test(id) || !/^[0-9a-f]{16}$/.test(prefix)) return undefined;
	const [found] = await database
		.select({ hash: challengePackage.hash })
		.from(challengePackage)
		.where(and(eq(challengePackage.id, id), like(challengePackage.hash, `${prefix}%`)));
	return found && openPinnedChallenge(database, { id, hash: found.hash });
}

/** Number of packages read by one query, because each has several hundred kilobytes. */
const PACKAGES_PER_QUERY = 20;

/**
 * Resolves to the extract of each version by hash, from the cache where it is known: a version never changes. Leaves out
 * versions that cannot be opened. Does not use the cache of packages, so that the packages that a class needs in its lesson
 * stay cached.
 */
export async function readVersionExtracts<Extract>(
	database: Database,
	hashes: readonly string[],
	cache: RecentCache<Extract>,
	extract: (challenge: Challenge) => Extract
): Promise<Map<string, Extract>> {
	const extractByHash = new Map<string, Extract>();
	const unknownHashes: string[] = [];
	for (const hash of hashes) {
		const cachedExtract = cache.get(hash);
		if (cachedExtract !== undefined) extractByHash.set(hash, cachedExtract);
		else unknownHashes.push(hash);
	}
	for (let first = 0; first < unknownHashes.length; first += PACKAGES_PER_QUERY) {
		for (const challenge of await readPackages(database, unknownHashes.slice(first, first + PACKAGES_PER_QUERY))) {
			const versionExtract = extract(challenge);
			cache.set(challenge.hash, versionExtract);
			extractByHash.set(challenge.hash, versionExtract);
		}
	}
	return extractByHash;
}
