import { asc, eq, inArray, sql } from 'drizzle-orm';
import { normalizePassphrase } from '#lib/domain/account.ts';
import { createPassphraseWords, createPasswordHash } from '#lib/server/auth/passwords.ts';
import { endSessionsOfAccount } from '#lib/server/auth/session.ts';
import { database, type Database } from '#lib/server/db/index.ts';
import { account, classTeacher, wayToSignIn, membership } from '#lib/server/db/schema/index.ts';

/** By membership id: the teachers of the other class that alone may give the student a new passphrase. */
export async function findTeachersToAskForPassphrase(
	database: Database,
	classId: string
): Promise<Map<string, string[]>> {
	const classMembers = await database
		.select({ id: membership.id, account: membership.accountId })
		.from(membership)
		.where(eq(membership.classId, classId));
	const firstMembershipRows = await listOldestMemberships(
		database,
		classMembers.map((one) => one.account)
	);
	const foreignMembers = classMembers.flatMap((one) => {
		const firstMembership = firstMembershipRows.find(({ accountId }) => accountId === one.account);
		return firstMembership && firstMembership.id !== one.id ? [{ id: one.id, classId: firstMembership.classId }] : [];
	});
	const teachers = await database
		.select({ classId: classTeacher.classId, name: account.name })
		.from(classTeacher)
		.innerJoin(account, eq(account.id, classTeacher.accountId))
		.where(
			inArray(
				classTeacher.classId,
				foreignMembers.map((one) => one.classId)
			)
		)
		.orderBy(asc(account.name));
	return new Map(
		foreignMembers.map((one) => [
			one.id,
			teachers.filter((each) => each.classId === one.classId).map(({ name }) => name)
		])
	);
}

/** Also ends the sessions. Undefined without such a membership, or when only another class may do this. */
export async function replacePassphrase(membershipId: string): Promise<string | undefined> {
	const [found] = await database().select().from(membership).where(eq(membership.id, membershipId));
	if (!found || !(await canClassRenewPassphrase(database(), found))) return undefined;
	const passphrase = createPassphraseWords();
	await database()
		.update(wayToSignIn)
		.set({ password: await createPasswordHash(normalizePassphrase(passphrase)), updatedAt: sql`now()` })
		.where(eq(wayToSignIn.holder, found.accountId));
	await endSessionsOfAccount(found.accountId);
	return passphrase;
}

/**
 * Whether the membership's class may give the student a new passphrase: only the student's oldest class may, because admitting a student of
 * another class gives no say over the account (docs/decisions/016-guesses-and-new-words.md).
 */
async function canClassRenewPassphrase(
	database: Database,
	{ id, accountId }: typeof membership.$inferSelect
): Promise<boolean> {
	return (await listOldestMemberships(database, [accountId])).some((first) => first.id === id);
}

async function listOldestMemberships(database: Database, accounts: string[]) {
	return database
		.selectDistinctOn([membership.accountId])
		.from(membership)
		.where(inArray(membership.accountId, accounts))
		.orderBy(membership.accountId, membership.joinedAt, membership.id);
}
