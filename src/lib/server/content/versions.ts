/** Finds the public part of pinned challenge versions, in the build or in the database. */
import { and, eq, like } from 'drizzle-orm';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Database } from '#lib/server/db/database.ts';
import { challengePackage } from '#lib/server/db/schema/index.ts';
import { findChallenge } from './index.ts';
import { findPackage } from './packages.ts';

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
