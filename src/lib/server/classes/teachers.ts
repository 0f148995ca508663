import { and, eq, inArray, isNull } from 'drizzle-orm';
import { newId } from '#lib/domain/identity.ts';
import { addDays } from '#lib/domain/school-class.ts';
import {
	deleteUnusedLinksOf,
	hashLinkToken,
	createLinkToken,
	openLinkCondition
} from '#lib/server/auth/one-time-link.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, classTeacher, invitation, schoolClass, exhibit, wallSentence } from '#lib/server/db/schema/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import { notifyTeacher } from './notices.ts';

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

const CO_TEACHER_LINK_DAYS = 7;
const TEACHING_ROLES = ['teacher', 'curator'] as const;

export interface ClassTeacher {
	account: string;
	name: string;
	email: string;
}

export async function listTeachersOfClass(database: Database, classId: string): Promise<ClassTeacher[]> {
	return database
		.select({ account: account.id, name: account.name, email: account.email })
		.from(classTeacher)
		.innerJoin(account, eq(account.id, classTeacher.accountId))
		.where(eq(classTeacher.classId, classId))
		.orderBy(account.name);
}

export async function findTeacherByEmail(database: Database, email: string): Promise<string | undefined> {
	if (!/^[^\s\0]{1,254}$/.test(email.trim())) return undefined;
	const [found] = await database
		.select({ id: account.id })
		.from(account)
		.where(and(eq(account.email, email.trim().toLowerCase()), inArray(account.role, TEACHING_ROLES)));
	return found?.id;
}

export async function addTeacher(database: Database, classId: string, email: string): Promise<boolean> {
	const teacher = await findTeacherByEmail(database, email);
	if (teacher === undefined) return false;
	await database.insert(classTeacher).values({ classId, accountId: teacher }).onConflictDoNothing();
	return true;
}

export type TeacherRemovalResult =
	| 'removed'
	/** Refused: a class keeps at least one teacher. */
	| 'last'
	/** Refused: another teacher cannot remove the class's maker, who can leave, or be replaced by a curator. */
	| 'maker'
	| 'absent';

/** Also deletes their links to it and their sentences on its wall. One removed by another teacher gets a notice. */
export async function removeTeacher(
	database: Database,
	{ classId, teacher, by }: { classId: string; teacher: string; by: string },
	now: Date
): Promise<TeacherRemovalResult> {
	return database.transaction(async (transaction) => {
		// Lock the class's row, so that its last two teachers cannot both leave at once.
		const [known] = await transaction.select().from(schoolClass).where(eq(schoolClass.id, classId)).for('update');
		const teachers = await transaction.select().from(classTeacher).where(eq(classTeacher.classId, classId));
		if (!known || !teachers.some(({ accountId }) => accountId === teacher)) return 'absent';
		if (teachers.length < 2) return 'last';
		if (known.madeBy === teacher && by !== teacher) return 'maker';
		await transaction
			.delete(classTeacher)
			.where(and(eq(classTeacher.classId, classId), eq(classTeacher.accountId, teacher)));
		await deleteUnusedLinksOf(transaction, teacher, classId);
		await removeTeacherSentences(transaction, classId, teacher);
		// When the class's maker leaves, the remaining teachers are equals: none becomes its maker.
		if (known.madeBy === teacher)
			await transaction.update(schoolClass).set({ madeBy: null }).where(eq(schoolClass.id, classId));
		if (by !== teacher) await notifyTeacher(transaction, { to: teacher, kind: 'removed', classId, by }, now);
		await publishEvent(transaction, 'class.changed', { classId });
		return 'removed';
	});
}

export async function createCoTeacherLink(database: Database, classId: string, by: string, now: Date): Promise<string> {
	const token = createLinkToken();
	await database.insert(invitation).values({
		id: newId(),
		tokenHash: hashLinkToken(token),
		purpose: 'teach',
		classId,
		createdBy: by,
		createdAt: now,
		expiresAt: addDays(now, CO_TEACHER_LINK_DAYS)
	});
	return token;
}

export async function findClassOfCoTeacherLink(
	database: Database,
	token: string,
	now: Date
): Promise<{ id: string; name: string } | undefined> {
	const [found] = await database
		.select({ id: schoolClass.id, name: schoolClass.name })
		.from(invitation)
		.innerJoin(schoolClass, eq(schoolClass.id, invitation.classId))
		.where(openLinkCondition(token, 'teach', now));
	return found;
}

export async function spendCoTeacherLink(
	database: Database,
	token: string,
	teacher: string,
	now: Date
): Promise<string | undefined> {
	return database.transaction(async (transaction) => {
		const [used] = await transaction
			.update(invitation)
			.set({ usedAt: now })
			.where(openLinkCondition(token, 'teach', now))
			.returning({ classId: invitation.classId });
		if (!used?.classId) return undefined;
		await transaction.insert(classTeacher).values({ classId: used.classId, accountId: teacher }).onConflictDoNothing();
		return used.classId;
	});
}
