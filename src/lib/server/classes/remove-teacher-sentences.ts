/** Removes what a teacher wrote on the wall of a class that they no longer teach. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { exhibit, wallSentence } from '#lib/server/db/schema/index.ts';

export async function removeTeacherSentences(database: Database, classId: string, teacher: string): Promise<void> {
	const exhibitsOfClass = database.select({ id: exhibit.id }).from(exhibit).where(eq(exhibit.classId, classId));
	await database
		.delete(wallSentence)
		.where(
			and(
				eq(wallSentence.accountId, teacher),
				isNull(wallSentence.membershipId),
				inArray(wallSentence.exhibitId, exhibitsOfClass)
			)
		);
}
