import { and, desc, eq } from 'drizzle-orm';
import { newId } from '#lib/domain/identity.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, classNotice, classTeacher, schoolClass } from '#lib/server/db/schema/index.ts';

export const NOTICE_RETENTION_DAYS = 365;

export type NoticeKind = (typeof classNotice.$inferSelect)['kind'];

export interface ClassNotice {
	id: string;
	kind: NoticeKind;
	className: string;
	/** Name of the person who caused the notice; null when it names nobody, or once their account is deleted. */
	doneBy: string | null;
	createdAt: Date;
}

interface NewNotice {
	to: string;
	kind: NoticeKind;
	classId: string;
	by: string | null;
}

export async function notifyTeacher(
	database: Database,
	{ to, kind, classId, by }: NewNotice,
	now: Date
): Promise<void> {
	const [known] = await database
		.select({ name: schoolClass.name })
		.from(schoolClass)
		.where(eq(schoolClass.id, classId));
	if (!known) return;
	await database
		.insert(classNotice)
		.values({ id: newId(), accountId: to, kind, className: known.name, doneBy: by, createdAt: now });
}

export async function notifyTeachersOfClass(
	database: Database,
	notice: Omit<NewNotice, 'to'>,
	now: Date
): Promise<void> {
	const teachers = await database
		.select({ to: classTeacher.accountId })
		.from(classTeacher)
		.where(eq(classTeacher.classId, notice.classId));
	for (const { to } of teachers) if (to !== notice.by) await notifyTeacher(database, { ...notice, to }, now);
}

export async function noticesOfTeacher(database: Database, teacher: string): Promise<ClassNotice[]> {
	return database
		.select({
			id: classNotice.id,
			kind: classNotice.kind,
			className: classNotice.className,
			doneBy: account.name,
			createdAt: classNotice.createdAt
		})
		.from(classNotice)
		.leftJoin(account, eq(account.id, classNotice.doneBy))
		.where(eq(classNotice.accountId, teacher))
		.orderBy(desc(classNotice.createdAt));
}

export async function deleteNotice(database: Database, teacher: string, id: string): Promise<void> {
	await database.delete(classNotice).where(and(eq(classNotice.id, id), eq(classNotice.accountId, teacher)));
}
