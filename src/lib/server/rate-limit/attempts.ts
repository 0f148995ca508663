/** Limits attempts by account, browser and class code, never by network address, since a school shares one. */
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { database, schema } from '#lib/server/db/index.ts';

export interface AttemptLimit {
	freeAttempts: number;
	/** Seconds to wait after the free attempts, doubled with each further attempt up to `longestWaitSeconds`. */
	firstWaitSeconds: number;
	longestWaitSeconds: number;
}

/**
 * Wrong passphrases for a student's pseudonym. The student waits a minute at most, and only in a new browser without their
 * card.
 */
export const STUDENT_SIGN_IN_LIMIT: AttemptLimit = { freeAttempts: 5, firstWaitSeconds: 10, longestWaitSeconds: 60 };
export const ADULT_SIGN_IN_LIMIT: AttemptLimit = { freeAttempts: 5, firstWaitSeconds: 15, longestWaitSeconds: 900 };
/** Wrong passphrases within one class: enough for 35 people who mistype, too few for a program that guesses. */
export const CLASS_WIDE_SIGN_IN_LIMIT: AttemptLimit = {
	freeAttempts: 60,
	firstWaitSeconds: 5,
	longestWaitSeconds: 30
};
export const CLASS_JOINING_LIMIT: AttemptLimit = { freeAttempts: 60, firstWaitSeconds: 30, longestWaitSeconds: 600 };
/**
 * Unknown class codes, over the whole server: more free attempts than a school mistypes in an hour, then one look-up every five
 * seconds.
 */
export const UNKNOWN_CLASS_CODE_LIMIT: AttemptLimit = { freeAttempts: 300, firstWaitSeconds: 1, longestWaitSeconds: 5 };
/**
 * Applications of adults, over the whole server: enough for a school's staff in one day, then ever slower, down to one every
 * two minutes.
 */
export const SERVER_WIDE_SIGN_UP_LIMIT: AttemptLimit = {
	freeAttempts: 40,
	firstWaitSeconds: 10,
	longestWaitSeconds: 120
};
/** Hand-ins and take-backs of one student: more than any student needs, too few for a program that floods the server. */
export const HAND_IN_LIMIT: AttemptLimit = { freeAttempts: 30, firstWaitSeconds: 5, longestWaitSeconds: 300 };
/** Trials of examples by one student: as many as needed to try each example, then one a minute. */
export const EXAMPLE_TRIAL_LIMIT: AttemptLimit = { freeAttempts: 30, firstWaitSeconds: 5, longestWaitSeconds: 60 };

/**
 * Problems told without an invitation, over the whole server: as many as on a busy day, then ever slower, down to one every ten
 * minutes.
 */
export const UNINVITED_PROBLEM_LIMIT: AttemptLimit = {
	freeAttempts: 30,
	firstWaitSeconds: 30,
	longestWaitSeconds: 600
};
/**
 * Problems told with one invitation or by one account: enough for a room full of people, too few for a program that floods the
 * server.
 */
export const INVITED_PROBLEM_LIMIT: AttemptLimit = {
	freeAttempts: 30,
	firstWaitSeconds: 30,
	longestWaitSeconds: 600
};
/** Messages and answers sent through one private link. */
export const PRIVATE_LINK_MESSAGE_LIMIT: AttemptLimit = {
	freeAttempts: 20,
	firstWaitSeconds: 10,
	longestWaitSeconds: 300
};

const ATTEMPT_MEMORY_SECONDS = 60 * 60;
/**
 * A past moment that is stored when no wait is needed, so that simultaneous requests with slightly earlier clocks need not wait
 * either.
 */
const NO_WAIT_MOMENT = new Date(0);

/**
 * Counts an attempt. Returns the seconds to wait, or 0 when the attempt may be checked. Call this before the check, so that
 * parallel attempts are counted too.
 */
export async function countAttempt(
	key: string,
	{ freeAttempts, firstWaitSeconds, longestWaitSeconds }: AttemptLimit,
	now = new Date()
): Promise<number> {
	const { countedAttempt } = schema;
	const momentAfterSeconds = (after: number) => new Date(now.getTime() + after * 1000);
	const windowEndsAt = momentAfterSeconds(ATTEMPT_MEMORY_SECONDS);
	const countSql = sql`case when ${countedAttempt.windowEndsAt} < ${now.toISOString()} then 1 else ${countedAttempt.count} + 1 end`;
	const waitSecondsSql = sql`least(${longestWaitSeconds}::float8, ${firstWaitSeconds}::float8 * power(2, least(${countSql} - ${freeAttempts}, 30)))`;
	const [countedRow] = await database()
		.insert(countedAttempt)
		.values({ key, count: 1, waitUntil: NO_WAIT_MOMENT, windowEndsAt })
		.onConflictDoUpdate({
			target: countedAttempt.key,
			set: {
				count: countSql,
				waitUntil: sql`case when ${countSql} < ${freeAttempts} then ${NO_WAIT_MOMENT.toISOString()}::timestamptz
					else ${now.toISOString()}::timestamptz + ${waitSecondsSql} * interval '1 second' end`,
				windowEndsAt
			},
			setWhere: sql`${countedAttempt.waitUntil} <= ${now.toISOString()}`
		})
		.returning({ count: countedAttempt.count });
	return countedRow ? 0 : await readSecondsToWait(key, now);
}

export async function readSecondsToWait(key: string, now = new Date()): Promise<number> {
	const { countedAttempt } = schema;
	const [found] = await database().select().from(countedAttempt).where(eq(countedAttempt.key, key));
	return found ? Math.max(0, Math.ceil((found.waitUntil.getTime() - now.getTime()) / 1000)) : 0;
}

export async function forgetAttempts(key: string): Promise<void> {
	await database().delete(schema.countedAttempt).where(eq(schema.countedAttempt.key, key));
}

/** Returns a hashed key, so that the table reveals neither email addresses and pseudonyms nor whether an account exists. */
export const attemptKey = (
	kind:
		| 'adult'
		| 'address'
		| 'student'
		| 'known'
		| 'code'
		| 'joining'
		| 'guess'
		| 'hand-in'
		| 'trial'
		| 'sign-up'
		| 'telling',
	subject: string
): string => `${kind}:${createHash('sha256').update(subject).digest('base64url')}`;

/** Returns the key for attempts at a student's account by unknown browsers. `key`: the pseudonym as it is compared. */
export const unknownBrowserAttemptKey = (classId: string, key: string): string =>
	attemptKey('student', `${classId} ${key}`);
