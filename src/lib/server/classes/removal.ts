import { and, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { addDays, CLASSLESS_STUDENT_KEPT_DAYS, mayDeleteClass } from '#lib/domain/school-class.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	account,
	assignment,
	invitation,
	level,
	membership,
	problem,
	schoolClass,
	progress,
	submission,
	classTeacher
} from '#lib/server/db/schema/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import { deleteAbandonedWorks, removeExhibits } from '#lib/server/work/remove-work.ts';
import { notifyTeachersOfClass } from './notices.ts';

export type OwnClassDeletionResult =
	| 'deleted'
	/** Refused: others teach the class too, and this teacher did not make it. */
	| 'not-maker';

export async function deleteOwnClass(
	database: Database,
	{ classId, by }: { classId: string; by: string },
	now: Date
): Promise<OwnClassDeletionResult> {
	return database.transaction(async (transaction) => {
		// Lock the class's row, so that its teachers and its maker stay the same until it is deleted.
		const [known] = await transaction.select().from(schoolClass).where(eq(schoolClass.id, classId)).for('update');
		const rows = await transaction.select().from(classTeacher).where(eq(classTeacher.classId, classId));
		const teachers = rows.map(({ accountId }) => accountId);
		if (!known || !mayDeleteClass(by, { teachers, madeBy: known.madeBy })) return 'not-maker';
		await notifyTeachersOfClass(transaction, { kind: 'deleted', classId, by }, now);
		await deleteClass(transaction, classId, now);
		return 'deleted';
	});
}

/** Deletes a class with its assignments, submissions, reviews, debates, wall, levels and memberships. Works stay with their authors. */
export async function deleteClass(database: Database, id: string, now: Date): Promise<void> {
	await database.transaction(async (transaction) => {
		const members = await transaction.select().from(membership).where(eq(membership.classId, id));
		const handedInWorks = await transaction
			.selectDistinct({ id: submission.workId })
			.from(submission)
			.innerJoin(assignment, eq(assignment.id, submission.assignmentId))
			.where(eq(assignment.classId, id));
		await transaction.delete(invitation).where(eq(invitation.classId, id));
		await transaction.delete(problem).where(and(eq(problem.classId, id), isNull(problem.offeredAt)));
		await removeExhibits(transaction, sql`class_id = ${id}`);
		await transaction.delete(schoolClass).where(eq(schoolClass.id, id));
		await deleteAbandonedWorks(
			transaction,
			handedInWorks.map((one) => one.id)
		);
		await publishEvent(transaction, 'class.changed', { classId: id });
		await scheduleEndOfClasslessAccounts(
			transaction,
			members.map(({ accountId }) => accountId),
			now
		);
	});
}

export async function removeStudent(database: Database, classId: string, id: string, now: Date): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const [member] = await transaction
			.select()
			.from(membership)
			.where(and(eq(membership.classId, classId), eq(membership.id, id)));
		if (!member) return false;
		await deleteMembershipWithData(transaction, classId, id, member.accountId);
		await scheduleEndOfClasslessAccounts(transaction, [member.accountId], now);
		return true;
	});
}

/** A pair's submissions stay for the other student. */
export async function deleteMembershipWithData(
	transaction: Database,
	classId: string,
	id: string,
	student: string
): Promise<void> {
	const assignmentsOfClass = transaction
		.select({ id: assignment.id })
		.from(assignment)
		.where(eq(assignment.classId, classId));
	const handedInSubmissions = await transaction
		.select({
			id: submission.id,
			workId: submission.workId,
			members: submission.members,
			decisions: submission.decisions
		})
		.from(submission)
		.where(
			and(
				inArray(submission.assignmentId, assignmentsOfClass),
				sql`${submission.members} @> ${JSON.stringify([id])}::jsonb`
			)
		);
	for (const { id: submitted, members, decisions } of handedInSubmissions) {
		const otherMembers = members.filter((member) => member !== id);
		if (otherMembers.length === 0) {
			await transaction.delete(submission).where(eq(submission.id, submitted));
			continue;
		}
		const otherDecisions = Object.fromEntries(Object.entries(decisions).filter(([member]) => member !== id));
		await transaction
			.update(submission)
			.set({ members: otherMembers, decisions: otherDecisions })
			.where(eq(submission.id, submitted));
	}
	await deleteAbandonedWorks(
		transaction,
		handedInSubmissions.map(({ workId }) => workId)
	);
	await leaveProgressToOtherStudent(transaction, id);
	await transaction
		.update(assignment)
		.set({ members: sql`${assignment.members} - ${id}::text` })
		.where(and(eq(assignment.classId, classId), sql`${assignment.members} ? ${id}`));
	await transaction.delete(problem).where(and(eq(problem.membershipId, id), isNull(problem.offeredAt)));
	await transaction.delete(level).where(and(eq(level.classId, classId), eq(level.accountId, student)));
	await removeExhibits(transaction, sql`membership_id = ${id}`);
	await transaction.delete(membership).where(eq(membership.id, id));
	await publishEvent(transaction, 'class.changed', { classId });
}

async function leaveProgressToOtherStudent(transaction: Database, id: string): Promise<void> {
	await transaction.update(progress).set({ withMember: null }).where(eq(progress.withMember, id));
	await transaction
		.update(progress)
		.set({ membershipId: sql`${progress.withMember}`, withMember: null })
		.where(
			and(
				eq(progress.membershipId, id),
				sql`exists (select 1 from membership where membership.id = ${progress.withMember})`,
				sql`not exists (
					select 1 from progress as own
					where own.assignment_id = ${progress.assignmentId} and own.membership_id = ${progress.withMember}
				)`
			)
		);
}

/** Sets the day on which the accounts of students without a class end, so that they can export their works or join another class before. */
async function scheduleEndOfClasslessAccounts(transaction: Database, students: string[], now: Date): Promise<void> {
	if (students.length === 0) return;
	const membershipsOfAccount = transaction
		.select({ id: membership.id })
		.from(membership)
		.where(eq(membership.accountId, account.id));
	await transaction
		.update(account)
		.set({ endsAt: addDays(now, CLASSLESS_STUDENT_KEPT_DAYS) })
		.where(
			and(
				inArray(account.id, students),
				eq(account.role, 'student'),
				isNull(account.endsAt),
				notExists(membershipsOfAccount)
			)
		);
}

export async function findAccountEndDate(database: Database, id: string): Promise<Date | null> {
	const [found] = await database.select({ endsAt: account.endsAt }).from(account).where(eq(account.id, id));
	return found?.endsAt ?? null;
}
