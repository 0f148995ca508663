/** Finds the stored lesson of a challenge's step "catch" without the other steps. */
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Database } from '#lib/server/db/database.ts';
import { hashOfCatchLesson, createCatchLesson } from './catch-lesson.ts';
import { loadPrivatePart } from './load-private-part.ts';
import { findPackage, storePackage } from './packages.ts';

/**
 * Returns the lesson of a version, and stores it first when an earlier Braise had not. Returns undefined when the challenge has
 * no step "catch", or only such steps.
 */
export async function findOrStoreCatchLesson(database: Database, challenge: Challenge): Promise<Challenge | undefined> {
	const storedLesson = await findPackage(database, hashOfCatchLesson(challenge.hash));
	if (storedLesson !== undefined) return storedLesson;
	const privatePart = await loadPrivatePart(challenge.hash, database);
	const lesson = privatePart && createCatchLesson({ challenge, privatePart });
	if (lesson === undefined) return undefined;
	await storePackage(database, lesson.challenge, lesson.privatePart);
	return lesson.challenge;
}
