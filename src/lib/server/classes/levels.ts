/** Levels that a teacher validates after watching a student; a new validation replaces the earlier one. */
import { and, desc, eq } from 'drizzle-orm';
import type { Piste } from '#lib/domain/challenge.ts';
import { newId } from '#lib/domain/identity.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, level, schoolClass } from '#lib/server/db/schema/index.ts';

export interface ValidatedLevel {
	piste: Piste;
	note: string;
	validatedAt: Date;
	/** Name of the teacher who validated the level; null once their account is deleted. */
	teacher: string | null;
	className: string;
}

export interface LevelValidation {
	classId: string;
	student: string;
	piste: Piste;
	note: string;
	teacher: string;
}

export async function validateLevel(database: Database, validation: LevelValidation, now: Date): Promise<void> {
	const { classId, student, piste, note, teacher } = validation;
	await database
		.insert(level)
		.values({ id: newId(), classId, accountId: student, piste, note, validatedBy: teacher, validatedAt: now })
		.onConflictDoUpdate({
			target: [level.classId, level.accountId, level.piste],
			set: { note, validatedBy: teacher, validatedAt: now }
		});
}

export async function withdrawLevel(database: Database, classId: string, student: string, piste: Piste): Promise<void> {
	await database
		.delete(level)
		.where(and(eq(level.classId, classId), eq(level.accountId, student), eq(level.piste, piste)));
}

export async function listLevelsOfStudent(
	database: Database,
	student: string,
	classId?: string
): Promise<ValidatedLevel[]> {
	return database
		.select({
			piste: level.piste,
			note: level.note,
			validatedAt: level.validatedAt,
			teacher: account.name,
			className: schoolClass.name
		})
		.from(level)
		.innerJoin(schoolClass, eq(schoolClass.id, level.classId))
		.leftJoin(account, eq(account.id, level.validatedBy))
		.where(and(eq(level.accountId, student), classId === undefined ? undefined : eq(level.classId, classId)))
		.orderBy(desc(level.validatedAt));
}
