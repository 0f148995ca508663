import type { Challenge } from '#lib/domain/challenge.ts';
import type { Person } from '#lib/domain/access.ts';
import { isStudioId } from '#lib/domain/identity.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import type { Database } from '#lib/server/db/database.ts';
import { findNewestVersionHash, type StudioRelation } from './permission.ts';
import { eq } from 'drizzle-orm';
import { findChallengeFiles } from '#lib/server/content/find-challenge-files.ts';
import { publication } from '#lib/server/db/schema/index.ts';
import type { Files } from '#sandbox/contract.ts';

export async function findAdaptableChallenge(
	database: Database,
	person: Person,
	id: string
): Promise<{ challenge: Challenge; files: Files } | undefined> {
	// The folder holds the private part, which only teachers and curators may read.
	if (person.role !== 'teacher' && person.role !== 'curator') return undefined;
	const challenge = await findChallengeToOpen(database, person, id, RELATIONS_ALLOWING_SOLUTION);
	const files = challenge && (await findAdaptableFiles(database, challenge));
	return files && { challenge, files };
}

async function findAdaptableFiles(database: Database, { id, hash }: Challenge): Promise<Files | undefined> {
	if (!isStudioId(id)) return findChallengeFiles(id);
	const [found] = await database
		.select({ files: publication.files })
		.from(publication)
		.where(eq(publication.hash, hash));
	return found?.files;
}

export const RELATIONS_ALLOWING_TO_BEGIN: StudioRelation[] = ['made', 'teaches', 'member', 'listed'];
/** Relations to a challenge that let a teacher read its private part. */
export const RELATIONS_ALLOWING_SOLUTION: StudioRelation[] = ['made', 'teaches', 'listed'];
const RELATIONS_ALLOWING_TO_OPEN: StudioRelation[] = [...RELATIONS_ALLOWING_TO_BEGIN, 'retired'];

/** Undefined when there is no such challenge, or the person may not open this challenge of the studio. */
export async function findChallengeToOpen(
	database: Database,
	person: Person | null,
	id: string,
	relations: readonly StudioRelation[] = RELATIONS_ALLOWING_TO_OPEN
): Promise<Challenge | undefined> {
	if (!isStudioId(id)) return findChallenge(id);
	const hash = await findNewestVersionHash(database, person?.id, id, relations);
	return hash === undefined ? undefined : findPackage(database, hash);
}
