import { eq } from 'drizzle-orm';
import { listLevelsOfStudent } from '#lib/server/classes/levels.ts';
import { classesOfStudent } from '#lib/server/classes/classes.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, wayToSignIn, membership, session } from '#lib/server/db/schema/index.ts';
import { ConcurrencyLimiter } from '#lib/server/concurrency-limiter.ts';
import { listPairsOfStudent } from '#lib/server/pairs/pair-session.ts';
import { contributionDataOf } from './contributions.ts';
import { lessonDataOfMemberships } from './lesson.ts';
import { teachingDataOf } from './teaching.ts';
import { wallDataOf } from './wall.ts';
import { workDataOf } from './works.ts';

const PERSONAL_DATA_FORMAT = 1;

/** Limits gathering to one person's data at a time, because the data can take much memory. */
export const gatherLimiter = new ConcurrencyLimiter(1);

export type PersonalData = Awaited<ReturnType<typeof gatherPersonalData>>;

/** Gathers a person's data without hashes and tokens, which would let a reader pass for that person. */
export async function gatherPersonalData(database: Database, id: string, now: Date) {
	const [person] = await database.select().from(account).where(eq(account.id, id));
	if (!person) throw new Error('There is no such account.');
	const members = await database.select({ id: membership.id }).from(membership).where(eq(membership.accountId, id));
	return {
		format: PERSONAL_DATA_FORMAT,
		exportedAt: now,
		// A student's email address is a placeholder without meaning.
		account: person.role === 'student' ? { ...person, email: null } : person,
		signedIn: await database
			.select({ createdAt: session.createdAt, expiresAt: session.expiresAt })
			.from(session)
			.where(eq(session.accountId, id)),
		waysToSignIn: await database
			.select({ provider: wayToSignIn.providerId, createdAt: wayToSignIn.createdAt, updatedAt: wayToSignIn.updatedAt })
			.from(wayToSignIn)
			.where(eq(wayToSignIn.holder, id)),
		classes: await classesOfStudent(database, id),
		levels: await listLevelsOfStudent(database, id),
		pairs: await listPairsOfStudent(database, id),
		...(await lessonDataOfMemberships(
			database,
			members.map((member) => member.id)
		)),
		works: await workDataOf(database, id),
		...(await wallDataOf(database, id)),
		...(await contributionDataOf(database, id)),
		...(await teachingDataOf(database, id))
	};
}
