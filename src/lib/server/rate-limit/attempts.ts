/**
 * How often someone may be wrong: counted by account, apart for strangers and for each browser that is known, and by class code; never by
 * address, since a school has one.
 * An attempt counts before it is looked at, so that many at once gain nothing; a success forgets.
 */
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { database, schema } from '../db/index.ts';

export interface Patience {
	/** So many attempts without waiting. */
	free: number;
	/** Seconds to wait after that, doubled with each attempt, up to `longest`. */
	first: number;
	longest: number;
}

/** Whoever types another student's pseudonym makes them wait no longer than a minute, at a browser where they never were and without a card. */
export const STUDENT: Patience = { free: 5, first: 10, longest: 60 };
export const ADULT: Patience = { free: 5, first: 15, longest: 900 };
/** Wrong words within one class: thirty-five people mistype, a program goes on. */
export const CLASS_CODE: Patience = { free: 60, first: 5, longest: 30 };
/** New pseudonyms by one class code. */
export const JOINING: Patience = { free: 60, first: 30, longest: 600 };
/** Codes that no class has, all together: more than a school mistypes in an hour, and then a code is looked up once in five seconds. */
export const GUESSING: Patience = { free: 300, first: 1, longest: 5 };
/** Adults who ask for an account, all together: a school's staff on one day, and then one now and then. */
export const SIGNING_UP: Patience = { free: 40, first: 10, longest: 120 };
/** Hand-ins of one student, and taking back: nobody needs that many, a program does not stop. */
export const HANDING_IN: Patience = { free: 30, first: 5, longest: 300 };

const FORGOTTEN_AFTER = 60 * 60;
/** Long ago: who comes in the same moment as others, and is heard after them, does not wait for their clock. */
const FREE = new Date(0);

/** Counts one attempt. Resolves to the seconds to wait when it may not be made at all, else to 0. */
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

/** Seconds until the next attempt under `key` is looked at. */
export async function waitOf(key: string, now = new Date()): Promise<number> {
	const { attempt } = schema;
	const [found] = await database().select().from(attempt).where(eq(attempt.key, key));
	return found ? Math.max(0, Math.ceil((found.waitUntil.getTime() - now.getTime()) / 1000)) : 0;
}

export async function forgetAttempts(key: string): Promise<void> {
	await database().delete(schema.attempt).where(eq(schema.attempt.key, key));
}

/** Keys tell nobody's address or pseudonym, of those who have an account and those who have none alike. */
export const attemptKey = (
	kind: 'adult' | 'student' | 'known' | 'code' | 'joining' | 'guess' | 'hand-in' | 'sign-up',
	what: string
): string => `${kind}:${createHash('sha256').update(what).digest('base64url')}`;

/** Of strangers who say that they are this student. `key` is the pseudonym's. */
export const studentKey = (classId: string, key: string): string => attemptKey('student', `${classId} ${key}`);
