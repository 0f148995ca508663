/** Who teaches a class together: a colleague by the address of their account, or by a link that works once. */
import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '../../domain/identity.ts';
import { daysAfter } from '../../domain/school-class.ts';
import { endLinksOf, hashOf, newToken, opens } from '../auth/one-time-link.ts';
import type { Database } from '../db/database.ts';
import { account, classTeacher, invitation, schoolClass } from '../db/schema/index.ts';
import { publish } from '../realtime/database-events.ts';
import { tellTeacher } from './notices.ts';

export const TEACH_LINK_DAYS = 7;
const TEACHING = ['teacher', 'curator'] as const;

export interface ClassTeacher {
	account: string;
	name: string;
	email: string;
}

export async function teachersOf(database: Database, classId: string): Promise<ClassTeacher[]> {
	return database
		.select({ account: account.id, name: account.name, email: account.email })
		.from(classTeacher)
		.innerJoin(account, eq(account.id, classTeacher.accountId))
		.where(eq(classTeacher.classId, classId))
		.orderBy(account.name);
}

/** The account of a teacher by its address. Undefined: no teacher has it. */
export async function findTeacher(database: Database, email: string): Promise<string | undefined> {
	if (!/^[^\s\0]{1,254}$/.test(email.trim())) return undefined;
	const [found] = await database
		.select({ id: account.id })
		.from(account)
		.where(and(eq(account.email, email.trim().toLowerCase()), inArray(account.role, TEACHING)));
	return found?.id;
}

/** False: no teacher has this address. */
export async function addTeacher(database: Database, classId: string, email: string): Promise<boolean> {
	const teacher = await findTeacher(database, email);
	if (teacher === undefined) return false;
	await database.insert(classTeacher).values({ classId, accountId: teacher }).onConflictDoNothing();
	return true;
}

export type TeacherRemoval =
	| 'removed'
	/** A class has someone who answers for it. */
	| 'last'
	/** Only they themselves leave the class that they made, or a curator hands it over. */
	| 'maker'
	| 'absent';

/** Takes a teacher out of a class, with links that they made for it. They are told, unless they leave by themselves. */
export async function removeTeacher(
	database: Database,
	{ classId, teacher, by }: { classId: string; teacher: string; by: string },
	now: Date
): Promise<TeacherRemoval> {
	return database.transaction(async (transaction) => {
		// Two who leave at once would leave nobody: the class is theirs one after the other.
		const [known] = await transaction.select().from(schoolClass).where(eq(schoolClass.id, classId)).for('update');
		const teachers = await transaction.select().from(classTeacher).where(eq(classTeacher.classId, classId));
		if (!known || !teachers.some(({ accountId }) => accountId === teacher)) return 'absent';
		if (teachers.length < 2) return 'last';
		if (known.madeBy === teacher && by !== teacher) return 'maker';
		await transaction
			.delete(classTeacher)
			.where(and(eq(classTeacher.classId, classId), eq(classTeacher.accountId, teacher)));
		await endLinksOf(transaction, teacher, classId);
		// Whoever goes on with the class does so alike.
		if (known.madeBy === teacher)
			await transaction.update(schoolClass).set({ madeBy: null }).where(eq(schoolClass.id, classId));
		if (by !== teacher) await tellTeacher(transaction, { to: teacher, kind: 'removed', classId, by }, now);
		await publish(transaction, 'class.changed', { classId });
		return 'removed';
	});
}

/** What the link holds. Only its hash is kept, so it is shown once. */
export async function makeTeachLink(database: Database, classId: string, by: string, now: Date): Promise<string> {
	const token = newToken();
	await database.insert(invitation).values({
		id: newId(),
		tokenHash: hashOf(token),
		purpose: 'teach',
		classId,
		createdBy: by,
		createdAt: now,
		expiresAt: daysAfter(now, TEACH_LINK_DAYS)
	});
	return token;
}

/** The class that a link leads to. Nothing: it was used, is over or never was. */
export async function classOfTeachLink(
	database: Database,
	token: string,
	now: Date
): Promise<{ id: string; name: string } | undefined> {
	const [found] = await database
		.select({ id: schoolClass.id, name: schoolClass.name })
		.from(invitation)
		.innerJoin(schoolClass, eq(schoolClass.id, invitation.classId))
		.where(opens(token, 'teach', now));
	return found;
}

/** The class that is now taught too. Whoever comes first uses the link up. */
export async function useTeachLink(
	database: Database,
	token: string,
	teacher: string,
	now: Date
): Promise<string | undefined> {
	return database.transaction(async (transaction) => {
		const [used] = await transaction
			.update(invitation)
			.set({ usedAt: now })
			.where(opens(token, 'teach', now))
			.returning({ classId: invitation.classId });
		if (!used?.classId) return undefined;
		await transaction.insert(classTeacher).values({ classId: used.classId, accountId: teacher }).onConflictDoNothing();
		return used.classId;
	});
}
