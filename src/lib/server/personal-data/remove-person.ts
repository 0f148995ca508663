import { and, count, eq, inArray, sql, isNotNull, lte } from 'drizzle-orm';
import { countOtherCurators } from '#lib/server/auth/dismiss-adult.ts';
import { deleteUnusedLinksOf } from '#lib/server/auth/one-time-link.ts';
import { notifyTeachersOfClass } from '#lib/server/classes/notices.ts';
import { deleteClass, deleteMembershipWithData } from '#lib/server/classes/removal.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, classTeacher, membership, schoolClass, version, workAuthor } from '#lib/server/db/schema/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import { deleteAbandonedWorks } from '#lib/server/work/remove-work.ts';
import { ACCOUNT_DELETION_DELAY_DAYS } from '#lib/domain/account.ts';
import { addDays } from '#lib/domain/school-class.ts';

export type DeletionRequestResult =
	| { kind: 'asked'; at: Date }
	/** Refused: no curator would be left to admit teachers. */
	| { kind: 'last-curator' };

/** A second request keeps the first date. `retention.ts` carries it out. */
export async function requestAccountDeletion(
	database: Database,
	id: string,
	now: Date
): Promise<DeletionRequestResult> {
	return database.transaction(async (transaction) => {
		const others = await countOtherCurators(transaction, id);
		const [person] = await transaction.select().from(account).where(eq(account.id, id)).for('update');
		if (person?.role === 'curator' && others === 0) return { kind: 'last-curator' };
		const at = person?.deletionAt ?? addDays(now, ACCOUNT_DELETION_DELAY_DAYS);
		await transaction.update(account).set({ deletionAt: at }).where(eq(account.id, id));
		return { kind: 'asked', at };
	});
}

export async function cancelAccountDeletion(database: Database, id: string): Promise<void> {
	await database.update(account).set({ deletionAt: null }).where(eq(account.id, id));
}

/** Removes the accounts whose deletion is due, and returns their number. The last remaining curator is not removed. */
export async function deleteDueAccounts(database: Database, now: Date): Promise<number> {
	const dueAccounts = await database
		.select({ id: account.id })
		.from(account)
		.where(and(isNotNull(account.deletionAt), lte(account.deletionAt, now)));
	let removalCount = 0;
	for (const { id } of dueAccounts) if (await deleteAccountIfStillDue(database, id, now)) removalCount += 1;
	return removalCount;
}

/** Removes the account, after checking again under a lock that its owner has not just cancelled the deletion. */
async function deleteAccountIfStillDue(database: Database, id: string, now: Date): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const [person] = await transaction
			.select({ id: account.id })
			.from(account)
			.where(and(eq(account.id, id), lte(account.deletionAt, now)))
			.for('update');
		if (!person) return false;
		return (await removePerson(transaction, id, now)).kind === 'removed';
	});
}

export type PersonRemovalResult =
	| { kind: 'removed' }
	/** Refused: no curator would be left to admit teachers. */
	| { kind: 'last-curator' };

/** Deletes the account with its classes, memberships and works. Works with a second author stay with that author. */
export async function removePerson(database: Database, id: string, now: Date): Promise<PersonRemovalResult> {
	return database.transaction(async (transaction) => {
		const others = await countOtherCurators(transaction, id);
		const [person] = await transaction.select().from(account).where(eq(account.id, id)).for('update');
		if (!person) return { kind: 'removed' };
		if (person.role === 'curator' && others === 0) return { kind: 'last-curator' };
		for (const { id: taught } of await classesOfSoleTeacher(transaction, id))
			await deleteClass(transaction, taught, now);
		const members = await transaction.select().from(membership).where(eq(membership.accountId, id));
		for (const { classId, id: memberId } of members) {
			// The notice has no pseudonym, because nothing of a deleted account may be kept.
			await notifyTeachersOfClass(transaction, { kind: 'student-deleted', classId, by: null }, now);
			await deleteMembershipWithData(transaction, classId, memberId, id);
		}
		// Delete only this account's authorship, because a second author may join a work at this very moment.
		const authorships = await transaction
			.delete(workAuthor)
			.where(eq(workAuthor.accountId, id))
			.returning({ workId: workAuthor.workId });
		const works = authorships.map(({ workId }) => workId);
		// What a pair handed in is kept, because it is still the other student's, even if that student goes on with a copy.
		await deleteAbandonedWorks(transaction, works);
		// The works that remain have another author, who keeps them without this person's decisions.
		await transaction
			.update(version)
			.set({ decisions: sql`${version.decisions} - ${id}::text` })
			.where(and(inArray(version.workId, works), sql`${version.decisions} ? ${id}`));
		await deleteUnusedLinksOf(transaction, id);
		await transaction.delete(account).where(eq(account.id, id));
		await publishEvent(transaction, 'session.ended', { accountId: id });
		return { kind: 'removed' };
	});
}

/**
 * Deletes an applicant and their data. Returns false when a class would lose its only teacher: an applicant may have been a teacher before.
 */
export async function removeApplicant(database: Database, id: string, now = new Date()): Promise<boolean> {
	const [known] = await database
		.select()
		.from(account)
		.where(and(eq(account.id, id), eq(account.role, 'applicant')));
	if (!known) return true;
	if ((await classesOfSoleTeacher(database, id)).length > 0) return false;
	await removePerson(database, id, now);
	return true;
}

/** Returns the classes of which this person is the only teacher; they are deleted with the person's account. */
export async function classesOfSoleTeacher(
	database: Database,
	teacher: string
): Promise<{ id: string; name: string }[]> {
	const taughtClasses = database
		.select({ id: classTeacher.classId })
		.from(classTeacher)
		.where(eq(classTeacher.accountId, teacher));
	const rows = await database
		.select({ id: schoolClass.id, name: schoolClass.name, teachers: count() })
		.from(classTeacher)
		.innerJoin(schoolClass, eq(schoolClass.id, classTeacher.classId))
		.where(inArray(classTeacher.classId, taughtClasses))
		.groupBy(schoolClass.id, schoolClass.name)
		.orderBy(schoolClass.name);
	return rows.filter(({ teachers }) => teachers === 1).map(({ id, name }) => ({ id, name }));
}
