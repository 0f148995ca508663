import { and, gt, gte, inArray, sql } from 'drizzle-orm';
import { database, schema } from '#lib/server/db/index.ts';
import {
	attemptKey,
	CLASS_WIDE_SIGN_IN_LIMIT,
	CLASS_JOINING_LIMIT,
	STUDENT_SIGN_IN_LIMIT,
	unknownBrowserAttemptKey
} from '#lib/server/rate-limit/attempts.ts';

const { countedAttempt } = schema;

/** SQL that cuts the browser or card off an attempt key, so that all counters of one account can be added up. */
const attemptKeyWithoutBrowserSql = sql<string>`split_part(${countedAttempt.key}, ':', 1) || ':' || split_part(${countedAttempt.key}, ':', 2)`;

interface StudentAttemptKeys {
	/** The student's pseudonym in its comparable form. */
	key: string;
	account: string;
}

/** Wrong attempts at one student's passphrase within the hour. Each number is 0 while it makes nobody wait. */
export interface FailedSignInCounts {
	strangers: number;
	/** Attempts in browsers where the student signed in before, and with the student's card. */
	known: number;
}

/** Returns the failed attempts by pseudonym key, only for students with more of them than mistyping explains. */
export async function countFailedSignIns(
	classId: string,
	students: readonly StudentAttemptKeys[],
	now: Date
): Promise<Record<string, FailedSignInCounts>> {
	const rows = await database()
		.select({ attemptKey: attemptKeyWithoutBrowserSql, count: sql<number>`sum(${countedAttempt.count})::int` })
		.from(countedAttempt)
		.where(
			and(
				inArray(
					attemptKeyWithoutBrowserSql,
					students.flatMap(({ key, account }) => [unknownBrowserAttemptKey(classId, key), attemptKey('known', account)])
				),
				gte(countedAttempt.count, STUDENT_SIGN_IN_LIMIT.freeAttempts),
				gt(countedAttempt.windowEndsAt, now)
			)
		)
		.groupBy(attemptKeyWithoutBrowserSql);
	const countByAttemptKey = new Map(rows.map((row) => [row.attemptKey, row.count]));
	const failedSignIns = students.map(({ key, account }): [string, FailedSignInCounts] => [
		key,
		{
			strangers: countByAttemptKey.get(unknownBrowserAttemptKey(classId, key)) ?? 0,
			known: countByAttemptKey.get(attemptKey('known', account)) ?? 0
		}
	]);
	return Object.fromEntries(failedSignIns.filter(([, { strangers, known }]) => strangers + known > 0));
}

/** Counts the attempts with a class code within the hour. Each number is 0 while it makes nobody wait. */
export async function countClassCodeAttempts(code: string, now: Date): Promise<{ wrongWords: number; joins: number }> {
	const [wrongWordsKey, joinsKey] = [attemptKey('code', code), attemptKey('joining', code)];
	const rows = await database()
		.select()
		.from(countedAttempt)
		.where(and(inArray(countedAttempt.key, [wrongWordsKey, joinsKey]), gt(countedAttempt.windowEndsAt, now)));
	const countCausingWait = (attemptKeyOfCount: string, { freeAttempts }: { freeAttempts: number }) =>
		rows.find(({ key, count }) => key === attemptKeyOfCount && count >= freeAttempts)?.count ?? 0;
	return {
		wrongWords: countCausingWait(wrongWordsKey, CLASS_WIDE_SIGN_IN_LIMIT),
		joins: countCausingWait(joinsKey, CLASS_JOINING_LIMIT)
	};
}

export async function clearSignInWaits(classId: string, student: StudentAttemptKeys): Promise<void> {
	const attemptKeys = [unknownBrowserAttemptKey(classId, student.key), attemptKey('known', student.account)];
	await database().delete(countedAttempt).where(inArray(attemptKeyWithoutBrowserSql, attemptKeys));
}

export async function clearClassAttemptWaits(code: string): Promise<void> {
	const attemptKeys = [attemptKey('code', code), attemptKey('joining', code)];
	await database().delete(countedAttempt).where(inArray(countedAttempt.key, attemptKeys));
}
