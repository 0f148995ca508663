/** Finds which versions of a teacher's own challenges classes were given last. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { assignment, challengePackage } from '#lib/server/db/schema/index.ts';

interface LastAssignedVersion {
	/** Id of the assignment by which the class was given the version. */
	assignment: string;
	classId: string;
	challenge: string;
	version: string;
}

/** Lists, for each class and challenge, the version that the class was given last. */
export async function listLastAssignedVersions(
	database: Database,
	classes: string[],
	challenges: string[]
): Promise<LastAssignedVersion[]> {
	const rows = await database
		.select({
			assignment: assignment.id,
			classId: assignment.classId,
			challenge: challengePackage.id,
			version: challengePackage.version
		})
		.from(assignment)
		.innerJoin(challengePackage, eq(challengePackage.hash, assignment.challengeHash))
		.where(and(inArray(assignment.classId, classes), inArray(challengePackage.id, challenges)))
		.orderBy(desc(assignment.createdAt));
	const isSameClassAndChallenge = (one: LastAssignedVersion, other: LastAssignedVersion) =>
		one.classId === other.classId && one.challenge === other.challenge;
	return rows.filter((row, index) => rows.findIndex((other) => isSameClassAndChallenge(row, other)) === index);
}
