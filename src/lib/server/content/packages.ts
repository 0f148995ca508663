import { inArray, sql } from 'drizzle-orm';
import { CHALLENGE_FORMAT, type Challenge } from '#lib/domain/challenge.ts';
import type { Database } from '#lib/server/db/database.ts';
import { challengePackage } from '#lib/server/db/schema/index.ts';
import { createCatchLesson } from './catch-lesson.ts';
import type { PrivatePart } from './pack.ts';
import { RecentCache } from './recent-cache.ts';

/** Recently read versions by hash. A package has several hundred kilobytes, so a class should not load it once per student. */
const recentChallenges = new RecentCache<Challenge>(16);

/** Stores the challenges of the build. Must be called before a work or an assignment pins one of their versions. */
export async function storeBuildPackages(database: Database): Promise<void> {
	const [{ default: challenges }, { default: parts }] = await Promise.all([
		import('virtual:challenges'),
		import('virtual:challenges/private')
	]);
	for (const challenge of challenges) {
		const privatePart = parts[challenge.hash];
		if (privatePart === undefined) throw new Error(`${challenge.id} has no private part.`);
		await storePackage(database, challenge, privatePart);
	}
}

/**
 * Stores a version by its hash. Works, submissions and verdicts pin versions, so a pinned version must stay; so far nothing
 * deletes any version. The author's files never change under a hash, but their packed form may change with the version of
 * Braise. Also stores the lesson that has only the version's step "catch".
 */
export async function storePackage(database: Database, challenge: Challenge, privatePart: PrivatePart): Promise<void> {
	const { hash, id, version, text } = challenge;
	const titles = { fr: text.fr.title, en: text.en.title };
	await database
		.insert(challengePackage)
		.values({ hash, id, version, challenge, titles, hidden: privatePart })
		.onConflictDoUpdate({
			target: challengePackage.hash,
			set: { challenge: sql`excluded.challenge`, titles: sql`excluded.titles`, hidden: sql`excluded.hidden` },
			setWhere: sql`(${challengePackage.challenge}, ${challengePackage.titles}, ${challengePackage.hidden})
				is distinct from (excluded.challenge, excluded.titles, excluded.hidden)`
		});
	recentChallenges.delete(hash);
	const catchLesson = createCatchLesson({ challenge, privatePart });
	if (catchLesson !== undefined) await storePackage(database, catchLesson.challenge, catchLesson.privatePart);
}

/** Undefined when unknown or no longer openable. All callers share the cached object and must not change it. */
export async function findPackage(database: Database, hash: string): Promise<Challenge | undefined> {
	const cachedChallenge = recentChallenges.get(hash);
	if (cachedChallenge) return cachedChallenge;
	const [found] = await readPackages(database, [hash]);
	if (found) recentChallenges.set(hash, found);
	return found;
}

/** In no order. Leaves out versions of an older format, which can still be judged, but not opened. */
export async function readPackages(database: Database, hashes: string[]): Promise<Challenge[]> {
	const rows = await database
		.select({ challenge: challengePackage.challenge })
		.from(challengePackage)
		.where(inArray(challengePackage.hash, hashes));
	return rows.map(({ challenge }) => challenge).filter(({ format }) => format === CHALLENGE_FORMAT);
}
