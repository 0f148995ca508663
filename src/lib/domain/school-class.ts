/** Checks a class's name, its retention period, the notes of levels, and who may delete the class. */
import * as v from 'valibot';
import { oneLineTextSchema } from './one-line-text.ts';

const VISIBLE_CHARACTER_PATTERN = /[^\p{C}\p{Z}]/u;

export const schoolClassNameSchema = v.pipe(oneLineTextSchema(60), v.minLength(1), v.regex(VISIBLE_CHARACTER_PATTERN));

/** Numbers of days to choose from, between archiving a class and its deletion. */
export const RETENTION_CHOICES_DAYS = [30, 90, 180, 365, 730] as const;
export type RetentionDays = (typeof RETENTION_CHOICES_DAYS)[number];
export const retentionSchema = v.pipe(
	v.string(),
	v.maxLength(6),
	v.transform(Number),
	v.picklist(RETENTION_CHOICES_DAYS)
);

/**
 * Tells whether a teacher may delete a class with everything in it: its only teacher may, and among several the one who made it.
 */
export const mayDeleteClass = (
	teacher: string,
	{ teachers, madeBy }: { teachers: readonly string[]; madeBy: string | null }
): boolean => teachers.includes(teacher) && (teachers.length === 1 || teacher === madeBy);

export const levelNoteSchema = v.pipe(
	v.string(),
	v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
	v.maxLength(500),
	// PostgreSQL cannot store a zero byte.
	v.regex(/^[^\0]*$/u)
);

/** Days that a student without a class has to export their works or to join another class. */
export const CLASSLESS_STUDENT_KEPT_DAYS = 30;

export const addDays = (moment: Date, days: number): Date => new Date(moment.getTime() + days * 86_400_000);
