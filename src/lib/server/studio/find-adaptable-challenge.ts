/** Finds the files of a challenge that a teacher may adapt: in the catalogue, their own, or in their classes. */
import { eq } from 'drizzle-orm';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Person } from '#lib/domain/access.ts';
import { isStudioId } from '#lib/domain/identity.ts';
import { findChallengeFiles } from '#lib/server/content/find-challenge-files.ts';
import type { Database } from '#lib/server/db/database.ts';
import { publication } from '#lib/server/db/schema/index.ts';
import type { Files } from '#sandbox/contract.ts';
import { findChallengeToOpen, RELATIONS_ALLOWING_SOLUTION } from './open-challenge.ts';

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
