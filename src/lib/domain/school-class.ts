import * as v from 'valibot';
import { oneLineTextSchema } from './parse.ts';

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

const JOIN_CODE_LENGTH = 6;

/** Characters of codes: without look-alikes (0 O, 1 I L, 2 Z, 5 S, 8 B, U V Y), and without vowels, which would form words. */
const CODE_ALPHABET = 'CDFGHJKMNPQRTWX34679';

export function newJoinCode(): string {
	const firstSkippedByte = 256 - (256 % CODE_ALPHABET.length);
	let code = '';
	while (code.length < JOIN_CODE_LENGTH) {
		// Bytes from `firstSkippedByte` upwards are skipped, because they would make the alphabet's first characters more frequent.
		for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
			if (byte < firstSkippedByte && code.length < JOIN_CODE_LENGTH) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
		}
	}
	return code;
}

/** Normalises a typed code, or returns null when no class can have it. */
export function parseJoinCode(text: string): string | null {
	const code = text
		.slice(0, 40)
		.toUpperCase()
		.replace(/[\s.-]/g, '');
	return code.length === JOIN_CODE_LENGTH && [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null;
}

export const formatJoinCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
