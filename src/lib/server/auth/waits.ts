/** What wrong words cost the students of a class: for their teacher to see, and to lift. */
import { and, gt, gte, inArray, or, sql } from 'drizzle-orm';
import { database, schema } from '../db/index.ts';
import { attemptKey, CLASS_CODE, STUDENT, studentKey } from '../rate-limit/attempts.ts';

const { attempt } = schema;

export interface Tries {
	/** Wrong ones within the hour, by strangers. */
	count: number;
	/** The next one is looked at then. Null: it may come at once. */
	waitsUntil: Date | null;
}

/** By pseudonym key: those for whom strangers were wrong more often than one mistypes. */
export async function triesFor(classId: string, keys: string[], now: Date): Promise<Record<string, Tries>> {
	const byAttempt = new Map(keys.map((key) => [studentKey(classId, key), key]));
	const found = await countedAs([...byAttempt.keys()], STUDENT.free, now);
	return Object.fromEntries(found.map((row) => [byAttempt.get(row.key) ?? '', triesIn(row, now)]));
}

/** Of the whole class, by its code: then every stranger waits, whatever the pseudonym. */
export async function triesByCode(code: string, now: Date): Promise<Tries | undefined> {
	const [found] = await countedAs([attemptKey('code', code)], CLASS_CODE.free, now);
	return found && triesIn(found, now);
}

/** Of one student: for strangers, and for each browser and card of theirs. */
export async function liftWaits(classId: string, student: { key: string; account: string }): Promise<void> {
	const known = `${attemptKey('known', student.account)}:`;
	await database()
		.delete(attempt)
		.where(
			or(inArray(attempt.key, [studentKey(classId, student.key)]), sql`starts_with(${attempt.key}, ${known}::text)`)
		);
}

const countedAs = (keys: string[], free: number, now: Date) =>
	database()
		.select()
		.from(attempt)
		.where(and(inArray(attempt.key, keys), gte(attempt.count, free), gt(attempt.windowEndsAt, now)));

const triesIn = ({ count, waitUntil }: typeof attempt.$inferSelect, now: Date): Tries => ({
	count,
	waitsUntil: waitUntil > now ? waitUntil : null
});
