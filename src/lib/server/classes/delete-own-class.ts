/** Deletes a class for a teacher who may do so, and tells its other teachers. */
import { eq } from 'drizzle-orm';
import { mayDeleteClass } from '#lib/domain/school-class.ts';
import type { Database } from '#lib/server/db/database.ts';
import { classTeacher, schoolClass } from '#lib/server/db/schema/index.ts';
import { notifyTeachersOfClass } from './notices.ts';
import { deleteClass } from './removal.ts';

export type OwnClassDeletionResult =
	| 'deleted'
	/** Refused: others teach the class too, and this teacher did not make it. */
	| 'not-maker';

export async function deleteOwnClass(
	database: Database,
	{ classId, by }: { classId: string; by: string },
	now: Date
): Promise<OwnClassDeletionResult> {
	return database.transaction(async (transaction) => {
		// Lock the class's row, so that its teachers and its maker stay the same until it is deleted.
		const [known] = await transaction.select().from(schoolClass).where(eq(schoolClass.id, classId)).for('update');
		const rows = await transaction.select().from(classTeacher).where(eq(classTeacher.classId, classId));
		const teachers = rows.map(({ accountId }) => accountId);
		if (!known || !mayDeleteClass(by, { teachers, madeBy: known.madeBy })) return 'not-maker';
		await notifyTeachersOfClass(transaction, { kind: 'deleted', classId, by }, now);
		await deleteClass(transaction, classId, now);
		return 'deleted';
	});
}
