/** Reports to teachers which students have to wait after wrong passphrases, and lifts these waits. */
import { and, gt, gte, inArray, or, sql } from 'drizzle-orm';
import { database, schema } from '#lib/server/db/index.ts';
import {
	attemptKey,
	CLASS_CODE_SIGN_IN_LIMIT,
	STUDENT_SIGN_IN_LIMIT,
	strangerAttemptKey
} from '#lib/server/rate-limit/attempts.ts';

const { countedAttempt } = schema;

export interface FailedSignIns {
	/** Number of wrong attempts by strangers within the hour. */
	count: number;
	/** When the next attempt is checked again; null when it is checked at once. */
	waitsUntil: Date | null;
}

/** Returns, by pseudonym key, the failed attempts of strangers, for students with more of them than mistyping explains. */
export async function failedSignInsByPseudonym(
	classId: string,
	pseudonymKeys: string[],
	now: Date
): Promise<Record<string, FailedSignIns>> {
	const pseudonymKeyByAttemptKey = new Map(pseudonymKeys.map((key) => [strangerAttemptKey(classId, key), key]));
	const rows = await selectCountedAttempts(
		[...pseudonymKeyByAttemptKey.keys()],
		STUDENT_SIGN_IN_LIMIT.freeAttempts,
		now
	);
	return Object.fromEntries(
		rows.map((row) => [pseudonymKeyByAttemptKey.get(row.key) ?? '', failedSignInsOfRow(row, now)])
	);
}

/** Returns the failed attempts counted for the class code, which make every stranger wait, whatever the pseudonym. */
export async function failedSignInsByClassCode(code: string, now: Date): Promise<FailedSignIns | undefined> {
	const [row] = await selectCountedAttempts([attemptKey('code', code)], CLASS_CODE_SIGN_IN_LIMIT.freeAttempts, now);
	return row && failedSignInsOfRow(row, now);
}

/** Lifts the waits of one student: for strangers, and for each known browser and card of theirs. */
export async function clearSignInWaits(classId: string, student: { key: string; account: string }): Promise<void> {
	const knownKeyPrefix = `${attemptKey('known', student.account)}:`;
	await database()
		.delete(countedAttempt)
		.where(
			or(
				inArray(countedAttempt.key, [strangerAttemptKey(classId, student.key)]),
				sql`starts_with(${countedAttempt.key}, ${knownKeyPrefix}::text)`
			)
		);
}

const selectCountedAttempts = (attemptKeys: string[], freeAttempts: number, now: Date) =>
	database()
		.select()
		.from(countedAttempt)
		.where(
			and(
				inArray(countedAttempt.key, attemptKeys),
				gte(countedAttempt.count, freeAttempts),
				gt(countedAttempt.windowEndsAt, now)
			)
		);

const failedSignInsOfRow = ({ count, waitUntil }: typeof countedAttempt.$inferSelect, now: Date): FailedSignIns => ({
	count,
	waitsUntil: waitUntil > now ? waitUntil : null
});
