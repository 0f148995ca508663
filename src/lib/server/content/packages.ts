/**
 * Challenge versions in the database. A work, a submission and a verdict pin one by its hash, so none is deleted while something pins
 * it: nothing deletes one yet. What the author wrote never changes under a hash; how it is packed follows the version of Braise.
 */
import { eq, sql } from 'drizzle-orm';
import { CHALLENGE_FORMAT, type Challenge } from '../../domain/challenge.ts';
import type { Database } from '../db/database.ts';
import { challengePackage } from '../db/schema/index.ts';
import type { PrivatePart } from './pack.ts';

/** Those of the build, before anything can pin them. */
export async function importPackages(database: Database): Promise<void> {
	const [{ default: challenges }, { default: parts }] = await Promise.all([
		import('virtual:challenges'),
		import('virtual:challenges/private')
	]);
	for (const challenge of challenges) {
		const hidden = parts[challenge.hash];
		if (hidden === undefined) throw new Error(`${challenge.id} has no private part.`);
		await keepPackage(database, challenge, hidden);
	}
}

export async function keepPackage(database: Database, challenge: Challenge, hidden: PrivatePart): Promise<void> {
	const { hash, id, version } = challenge;
	await database
		.insert(challengePackage)
		.values({ hash, id, version, challenge, hidden })
		.onConflictDoUpdate({
			target: challengePackage.hash,
			set: { challenge: sql`excluded.challenge`, hidden: sql`excluded.hidden` },
			setWhere: sql`(${challengePackage.challenge}, ${challengePackage.hidden}) is distinct from (excluded.challenge, excluded.hidden)`
		});
}

/** What a browser may have of a version that something pins. */
export async function packageOf(database: Database, hash: string): Promise<Challenge | undefined> {
	const [found] = await database
		.select({ challenge: challengePackage.challenge })
		.from(challengePackage)
		.where(eq(challengePackage.hash, hash));
	// Of an older format, and gone from the build: it can still be judged by its private part, but not be opened.
	return found?.challenge.format === CHALLENGE_FORMAT ? found.challenge : undefined;
}
