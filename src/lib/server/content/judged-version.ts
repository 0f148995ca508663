/** Caches, for each challenge version, the input with which the judge checks its programs. */
import type { Database } from '#lib/server/db/database.ts';
import { loadPrivatePart } from './hidden.ts';
import { judgeInputOf, type ChallengeInput } from './judge-input.ts';
import { packageOf } from './packages.ts';
import { RecentCache } from './recent.ts';

const recentInputs = new RecentCache<ChallengeInput>(16);

export async function judgedByVersion(database: Database, hash: string): Promise<ChallengeInput | undefined> {
	const known = recentInputs.get(hash);
	if (known) return known;
	const [challenge, hidden] = await Promise.all([packageOf(database, hash), loadPrivatePart(hash, database)]);
	if (!challenge || !hidden) return undefined;
	const found = judgeInputOf({ challenge, private: hidden });
	recentInputs.set(hash, found);
	return found;
}
