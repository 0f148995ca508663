/** Reads a student's own classes, and who teaches them. */
import { eq } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { membership, schoolClass } from '#lib/server/db/schema/index.ts';
import { listTeachersOfClass } from './teachers.ts';

export interface EnrolledClass {
	id: string;
	name: string;
	pseudonym: string;
	teachers: string[];
	archivedAt: Date | null;
	retentionDays: number;
}

export async function classesOfStudent(database: Database, student: string): Promise<EnrolledClass[]> {
	const rows = await database
		.select()
		.from(membership)
		.innerJoin(schoolClass, eq(schoolClass.id, membership.classId))
		.where(eq(membership.accountId, student))
		.orderBy(membership.joinedAt);
	return Promise.all(
		rows.map(async (row) => ({
			id: row.class.id,
			name: row.class.name,
			pseudonym: row.membership.pseudonym,
			teachers: (await listTeachersOfClass(database, row.class.id)).map(({ name }) => name),
			archivedAt: row.class.archivedAt,
			retentionDays: row.class.retentionDays
		}))
	);
}
