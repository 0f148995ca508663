/**
 * Challenge versions in the database. A work, a submission and a verdict pin one by its hash, so none is deleted while something pins
 * it: nothing deletes one yet. What the author wrote never changes under a hash; how it is packed follows the version of Braise.
 */
import { eq, sql } from 'drizzle-orm';
import { CHALLENGE_FORMAT, type Challenge } from '../../domain/challenge.ts';
import type { Database } from '../db/database.ts';
import { challengePackage } from '../db/schema/index.ts';
import type { PrivatePart } from './pack.ts';
import { Recent } from './recent.ts';

/** By hash. Each is some hundred kilobytes, which a class would else read from the database for everyone. */
const read = new Recent<Challenge>(16);

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
	const { hash, id, version, text } = challenge;
	const titles = { fr: text.fr.title, en: text.en.title };
	await database
		.insert(challengePackage)
		.values({ hash, id, version, challenge, titles, hidden })
		.onConflictDoUpdate({
			target: challengePackage.hash,
			set: { challenge: sql`excluded.challenge`, titles: sql`excluded.titles`, hidden: sql`excluded.hidden` },
			setWhere: sql`(${challengePackage.challenge}, ${challengePackage.titles}, ${challengePackage.hidden})
				is distinct from (excluded.challenge, excluded.titles, excluded.hidden)`
		});
	read.delete(hash);
}

/** What a browser may have of a version that something pins. Whoever asks shares it with others, and changes nothing in it. */
export async function packageOf(database: Database, hash: string): Promise<Challenge | undefined> {
	const known = read.get(hash);
	if (known) return known;
	const [found] = await database
		.select({ challenge: challengePackage.challenge })
		.from(challengePackage)
		.where(eq(challengePackage.hash, hash));
	// Of an older format, and gone from the build: it can still be judged by its private part, but not be opened.
	if (found?.challenge.format !== CHALLENGE_FORMAT) return undefined;
	read.set(hash, found.challenge);
	return found.challenge;
}
