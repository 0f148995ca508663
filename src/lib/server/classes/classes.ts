import { and, count, eq, inArray } from 'drizzle-orm';
import { newId } from '#lib/domain/identity.ts';
import { newJoinCode, type RetentionDays } from '#lib/domain/school-class.ts';
import type { Database } from '#lib/server/db/database.ts';
import { classTeacher, membership, schoolClass } from '#lib/server/db/schema/index.ts';
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

export type SchoolClass = typeof schoolClass.$inferSelect;

export interface TaughtClass extends SchoolClass {
	students: number;
}

export async function createClass(database: Database, name: string, teacher: string): Promise<SchoolClass> {
	return database.transaction(async (transaction) => {
		// A new code may belong to another class already. With 64 million codes a second try is rare.
		for (;;) {
			const [made] = await transaction
				.insert(schoolClass)
				.values({ id: newId(), name, joinCode: newJoinCode(), madeBy: teacher })
				.onConflictDoNothing({ target: schoolClass.joinCode })
				.returning();
			if (!made) continue;
			await transaction.insert(classTeacher).values({ classId: made.id, accountId: teacher });
			return made;
		}
	});
}

export async function findClass(database: Database, id: string): Promise<SchoolClass | undefined> {
	const [found] = await database.select().from(schoolClass).where(eq(schoolClass.id, id));
	return found;
}

export async function listClassesTaughtBy(database: Database, teacher: string): Promise<TaughtClass[]> {
	const rows = await database
		.select({ schoolClass })
		.from(classTeacher)
		.innerJoin(schoolClass, eq(schoolClass.id, classTeacher.classId))
		.where(eq(classTeacher.accountId, teacher))
		.orderBy(schoolClass.name, schoolClass.createdAt);
	const ids = rows.map((row) => row.schoolClass.id);
	const studentCounts = await database
		.select({ id: membership.classId, students: count() })
		.from(membership)
		.where(inArray(membership.classId, ids))
		.groupBy(membership.classId);
	const studentCountByClass = new Map(studentCounts.map((row) => [row.id, row.students]));
	return rows.map((row) => ({ ...row.schoolClass, students: studentCountByClass.get(row.schoolClass.id) ?? 0 }));
}

export async function renameClass(database: Database, id: string, name: string): Promise<void> {
	await database.update(schoolClass).set({ name }).where(eq(schoolClass.id, id));
}

export async function setClassRetentionDays(
	database: Database,
	id: string,
	retentionDays: RetentionDays
): Promise<void> {
	await database.update(schoolClass).set({ retentionDays }).where(eq(schoolClass.id, id));
}

/** Archives the class and closes it to new students; its retention period begins. */
export async function archiveClass(database: Database, id: string, now: Date): Promise<void> {
	await database.update(schoolClass).set({ archivedAt: now, joinOpen: false }).where(eq(schoolClass.id, id));
}

export async function unarchiveClass(database: Database, id: string): Promise<void> {
	await database.update(schoolClass).set({ archivedAt: null }).where(eq(schoolClass.id, id));
}

/** Replaces the class's join code. The old code stops working, also for students who sign in. */
export async function renewJoinCode(database: Database, id: string): Promise<string> {
	for (;;) {
		const joinCode = newJoinCode();
		const [taken] = await database.select().from(schoolClass).where(eq(schoolClass.joinCode, joinCode));
		if (taken) continue;
		await database.update(schoolClass).set({ joinCode }).where(eq(schoolClass.id, id));
		return joinCode;
	}
}

/** Decides whether new students may join with the code. Students of the class can sign in either way. */
export async function setClassOpenForJoining(database: Database, id: string, joinOpen: boolean): Promise<void> {
	await database.update(schoolClass).set({ joinOpen }).where(eq(schoolClass.id, id));
}

export async function isTeacherOfClass(database: Database, id: string, teacher: string): Promise<boolean> {
	const rows = await database
		.select({ id: classTeacher.classId })
		.from(classTeacher)
		.where(and(eq(classTeacher.classId, id), eq(classTeacher.accountId, teacher)));
	return rows.length > 0;
}
