/** Limits attempts by account, browser and class code, never by network address, since a school shares one. */
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { database, schema } from '#lib/server/db/index.ts';

export interface Patience {
	free: number;
	/** Seconds to wait after those, doubled with each attempt, up to `longest`. */
	first: number;
	longest: number;
}

/** Wrong words under a student's pseudonym make that student wait a minute at most, and only in a new browser without their card. */
export const STUDENT: Patience = { free: 5, first: 10, longest: 60 };
export const ADULT: Patience = { free: 5, first: 15, longest: 900 };
/** Wrong words within one class: enough for 35 people who mistype, too few for a program. */
export const CLASS_CODE: Patience = { free: 60, first: 5, longest: 30 };
export const JOINING: Patience = { free: 60, first: 30, longest: 600 };
/** Codes that no class has, over the whole server: more than a school mistypes in an hour, then one look-up every five seconds. */
export const GUESSING: Patience = { free: 300, first: 1, longest: 5 };
/** Applications of adults, over the whole server: a school's staff in one day, then one now and then. */
export const SIGNING_UP: Patience = { free: 40, first: 10, longest: 120 };
/** Hand-ins and take-backs of one student: more than anyone needs, too few for a program. */
export const HANDING_IN: Patience = { free: 30, first: 5, longest: 300 };

const FORGOTTEN_AFTER = 60 * 60;
/** A past moment, so that simultaneous requests handled in another order do not wait. */
const FREE = new Date(0);

/** Counts an attempt before it is checked, so that parallel ones gain nothing. Returns 0, or the seconds to wait. */
export async function attempt(key: string, { free, first, longest }: Patience, now = new Date()): Promise<number> {
	const { attempt } = schema;
	const seconds = (after: number) => new Date(now.getTime() + after * 1000);
	const windowEndsAt = seconds(FORGOTTEN_AFTER);
	const count = sql`case when ${attempt.windowEndsAt} < ${now.toISOString()} then 1 else ${attempt.count} + 1 end`;
	const wait = sql`least(${longest}::float8, ${first}::float8 * power(2, least(${count} - ${free}, 30)))`;
	const [made] = await database()
		.insert(attempt)
		.values({ key, count: 1, waitUntil: FREE, windowEndsAt })
		.onConflictDoUpdate({
			target: attempt.key,
			set: {
				count,
				waitUntil: sql`case when ${count} < ${free} then ${FREE.toISOString()}::timestamptz
					else ${now.toISOString()}::timestamptz + ${wait} * interval '1 second' end`,
				windowEndsAt
			},
			setWhere: sql`${attempt.waitUntil} <= ${now.toISOString()}`
		})
		.returning({ count: attempt.count });
	return made ? 0 : await waitOf(key, now);
}

export async function waitOf(key: string, now = new Date()): Promise<number> {
	const { attempt } = schema;
	const [found] = await database().select().from(attempt).where(eq(attempt.key, key));
	return found ? Math.max(0, Math.ceil((found.waitUntil.getTime() - now.getTime()) / 1000)) : 0;
}

export async function forgetAttempts(key: string): Promise<void> {
	await database().delete(schema.attempt).where(eq(schema.attempt.key, key));
}

/** Returns a hashed key, so that the table reveals no email address or pseudonym, whether or not an account exists. */
export const attemptKey = (
	kind: 'adult' | 'student' | 'known' | 'code' | 'joining' | 'guess' | 'hand-in' | 'sign-up',
	what: string
): string => `${kind}:${createHash('sha256').update(what).digest('base64url')}`;

/** Returns the key for attempts at a student's account from unknown browsers; `key` is the pseudonym's key. */
export const studentKey = (classId: string, key: string): string => attemptKey('student', `${classId} ${key}`);
