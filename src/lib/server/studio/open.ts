/** Finds a challenge by its id in the build, in the catalogue, or among those of this person's classes. */
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Person } from '#lib/domain/person.ts';
import { isStudioId } from '#lib/domain/studio-id.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { packageOf } from '#lib/server/content/packages.ts';
import type { Database } from '#lib/server/db/database.ts';
import { newestVersionFor, type StudioRelation } from './permission.ts';

/** Of these, something new may be begun. */
export const NEW_USE: StudioRelation[] = ['made', 'teaches', 'member', 'listed'];
/** With these a teacher reads the private part. */
export const WITH_SOLUTION: StudioRelation[] = ['made', 'teaches', 'listed'];
const ANY_RELATION: StudioRelation[] = [...NEW_USE, 'retired'];

/** Returns undefined for an absent challenge, and for one of the studio that is not this person's. */
export async function openChallenge(
	database: Database,
	person: Person | null,
	id: string,
	relations: readonly StudioRelation[] = ANY_RELATION
): Promise<Challenge | undefined> {
	if (!isStudioId(id)) return findChallenge(id);
	const hash = await newestVersionFor(database, person?.id, id, relations);
	return hash === undefined ? undefined : packageOf(database, hash);
}
