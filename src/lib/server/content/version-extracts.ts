/** Reads a small extract of many challenge versions, and caches it, so that the whole packages are read once. */
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Database } from '#lib/server/db/database.ts';
import { readPackages } from './packages.ts';
import type { RecentCache } from './recent-cache.ts';

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
