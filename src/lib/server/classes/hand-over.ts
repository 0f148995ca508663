import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { deleteUnusedLinksOf } from '#lib/server/auth/one-time-link.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, classTeacher, membership, schoolClass } from '#lib/server/db/schema/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import { notifyTeacher } from './notices.ts';
import { removeTeacherSentences, findTeacherByEmail } from './teachers.ts';

export interface ClassForCurator {
	id: string;
	name: string;
	students: number;
	archivedAt: Date | null;
	teachers: string[];
}

export async function listClassesForCurator(database: Database): Promise<ClassForCurator[]> {
	const taughtRows = await database
		.select({
			id: schoolClass.id,
			name: schoolClass.name,
			archivedAt: schoolClass.archivedAt,
			teacher: classTeacher.accountId
		})
		.from(schoolClass)
		.innerJoin(classTeacher, eq(classTeacher.classId, schoolClass.id))
		.orderBy(asc(schoolClass.name), asc(schoolClass.id));
	const studentCounts = await database
		.select({ id: membership.classId, students: count() })
		.from(membership)
		.groupBy(membership.classId);
	const studentCountByClass = new Map(studentCounts.map((row) => [row.id, row.students]));
	const classById = new Map<string, ClassForCurator>();
	for (const { teacher, ...row } of taughtRows) {
		const classForCurator = classById.get(row.id) ?? {
			...row,
			students: studentCountByClass.get(row.id) ?? 0,
			teachers: []
		};
		classForCurator.teachers.push(teacher);
		classById.set(row.id, classForCurator);
	}
	return [...classById.values()];
}

export type ClassHandOverResult = 'handed-over' | 'no-class' | 'no-teacher';

interface HandOverRequest {
	classId: string;
	from: string;
	email: string;
	by: string;
}

export async function handOverClass(
	database: Database,
	handOver: HandOverRequest,
	now: Date
): Promise<ClassHandOverResult> {
	const { classId, from, email, by } = handOver;
	const to = await findTeacherByEmail(database, email);
	return database.transaction(async (transaction) => {
		const [known] = await transaction
			.select({ id: schoolClass.id, madeBy: schoolClass.madeBy })
			.from(schoolClass)
			.where(eq(schoolClass.id, classId))
			.for('update');
		const isFormerTeachersRow = and(eq(classTeacher.classId, classId), eq(classTeacher.accountId, from));
		const [teaching] = known ? await transaction.select().from(classTeacher).where(isFormerTeachersRow) : [];
		if (!known || !teaching) return 'no-class';
		if (to === undefined || to === from) return 'no-teacher';
		await transaction.insert(classTeacher).values({ classId, accountId: to }).onConflictDoNothing();
		await transaction.delete(classTeacher).where(isFormerTeachersRow);
		await deleteUnusedLinksOf(transaction, from, classId);
		await removeTeacherSentences(transaction, classId, from);
		if (known.madeBy === from || known.madeBy === null)
			await transaction.update(schoolClass).set({ madeBy: to }).where(eq(schoolClass.id, classId));
		await notifyTeacher(transaction, { to: from, kind: 'handed-over', classId, by }, now);
		await notifyTeacher(transaction, { to, kind: 'received', classId, by }, now);
		await publishEvent(transaction, 'class.changed', { classId });
		return 'handed-over';
	});
}

export async function listPossibleTeachers(database: Database): Promise<{ name: string; email: string }[]> {
	return database
		.select({ name: account.name, email: account.email })
		.from(account)
		.where(inArray(account.role, ['teacher', 'curator']))
		.orderBy(asc(account.name));
}
