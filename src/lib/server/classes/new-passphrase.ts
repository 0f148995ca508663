/** Finds the class whose teachers may give a student a new passphrase: the student's oldest class. */
import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { account, classTeacher, membership } from '../db/schema/index.ts';

/** Returns, by membership, the students of a class whose passphrase another class gives, with that class's teachers. */
export async function wordsFromElsewhere(database: Database, classId: string): Promise<Map<string, string[]>> {
	const here = await database
		.select({ id: membership.id, account: membership.accountId })
		.from(membership)
		.where(eq(membership.classId, classId));
	const firsts = await firstMemberships(
		database,
		here.map((one) => one.account)
	);
	const elsewhere = here.flatMap((one) => {
		const first = firsts.find(({ accountId }) => accountId === one.account);
		return first && first.id !== one.id ? [{ id: one.id, classId: first.classId }] : [];
	});
	const teachers = await database
		.select({ classId: classTeacher.classId, name: account.name })
		.from(classTeacher)
		.innerJoin(account, eq(account.id, classTeacher.accountId))
		.where(
			inArray(
				classTeacher.classId,
				elsewhere.map((one) => one.classId)
			)
		)
		.orderBy(asc(account.name));
	return new Map(
		elsewhere.map((one) => [one.id, teachers.filter((each) => each.classId === one.classId).map(({ name }) => name)])
	);
}

/** Admitting a student of another class gives no say over the account (docs/decisions/095-who-gives-new-words.md). */
export async function givesWords(
	database: Database,
	{ id, accountId }: typeof membership.$inferSelect
): Promise<boolean> {
	return (await firstMemberships(database, [accountId])).some((first) => first.id === id);
}

async function firstMemberships(database: Database, accounts: string[]) {
	return database
		.selectDistinctOn([membership.accountId])
		.from(membership)
		.where(inArray(membership.accountId, accounts))
		.orderBy(membership.accountId, membership.joinedAt, membership.id);
}
