import { and, eq, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm';
import { addDays } from '#lib/domain/school-class.ts';
import { NOTICE_RETENTION_DAYS } from '#lib/server/classes/notices.ts';
import { deleteClass } from '#lib/server/classes/removal.ts';
import { applyProblemDeadlines } from '#lib/server/contributions/retention.ts';
import type { Database } from '#lib/server/db/database.ts';
import { deleteEndedPairs } from '#lib/server/pairs/pair-session.ts';
import {
	account,
	assignment,
	countedAttempt,
	classNotice,
	debateChoice,
	invitation,
	schoolClass,
	session,
	submission,
	verification
} from '#lib/server/db/schema/index.ts';
import { deleteTiesOfLostFolders } from '#lib/server/studio/demo/problem-folders.ts';
import { deleteAbandonedWorks } from '#lib/server/work/remove-work.ts';
import { removeUnreferencedFiles } from '#lib/server/work/own-files.ts';
import { deleteDueAccounts, removePerson } from './remove-person.ts';

/** Days after an assignment was closed or its class archived until debate choices and positions are deleted: they may reveal opinions. */
export const DEBATE_RETENTION_DAYS = 30;
/** Days for which a used or expired link is kept, so that its page can say why the link does not work. */
export const INVITATION_RETENTION_DAYS = 30;

export interface DeletedCounts {
	accounts: number;
	classes: number;
	debateChoices: number;
	/** Number of people who told a problem and whose names and contacts were deleted. */
	contacts: number;
}

/** Deletes everything due at `now`; running it twice does no harm. */
export async function deleteExpiredData(database: Database, now: Date): Promise<DeletedCounts> {
	const classes = await database
		.select({ id: schoolClass.id })
		.from(schoolClass)
		.where(
			lte(sql`${schoolClass.archivedAt} + make_interval(days => ${schoolClass.retentionDays})`, now.toISOString())
		);
	for (const { id } of classes) await deleteClass(database, id, now);

	const accounts = await database.select({ id: account.id }).from(account).where(lte(account.endsAt, now));
	for (const { id } of accounts) await removePerson(database, id, now);
	const requestedDeletions = await deleteDueAccounts(database, now);
	await database.delete(classNotice).where(lt(classNotice.createdAt, addDays(now, -NOTICE_RETENTION_DAYS)));

	const debateChoices = await deleteExpiredDebateChoices(database, addDays(now, -DEBATE_RETENTION_DAYS));
	await deleteEndedPairs(database);
	await database.delete(session).where(lt(session.expiresAt, now));
	await database.delete(verification).where(lt(verification.expiresAt, now));
	await database.delete(countedAttempt).where(lt(countedAttempt.windowEndsAt, now));
	const expiredBefore = addDays(now, -INVITATION_RETENTION_DAYS);
	await database
		.delete(invitation)
		.where(
			or(
				lt(invitation.expiresAt, expiredBefore),
				and(isNotNull(invitation.usedAt), lt(invitation.usedAt, expiredBefore))
			)
		);
	const contacts = await applyProblemDeadlines(database, now);
	await deleteTiesOfLostFolders(database, now);
	// Needed for old data: earlier versions of Braise did not delete abandoned works together with a class or account.
	await deleteAbandonedWorks(database);
	await removeUnreferencedFiles(database);
	return { accounts: accounts.length + requestedDeletions, classes: classes.length, debateChoices, contacts };
}

/**
 * Deletes debate choices, and the texts of positions in submissions. Option and figures of a submission stay, and an author's own work
 * keeps its position.
 */
async function deleteExpiredDebateChoices(database: Database, closedBefore: Date): Promise<number> {
	const closedAssignments = database
		.select({ id: assignment.id })
		.from(assignment)
		.innerJoin(schoolClass, eq(schoolClass.id, assignment.classId))
		.where(or(lte(assignment.closedAt, closedBefore), lte(schoolClass.archivedAt, closedBefore)));
	const choices = await database
		.delete(debateChoice)
		.where(inArray(debateChoice.assignmentId, closedAssignments))
		.returning({ id: debateChoice.assignmentId });
	const eachDecisionSql = sql`jsonb_each(${submission.decisions}) as decided(member, decision)`;
	await database
		.update(submission)
		.set({
			decisions: sql`(select jsonb_object_agg(member, decision || '{"position": ""}') from ${eachDecisionSql})`,
			steps: sql`case when ${submission.steps} ? 'decision' then ${submission.steps} || '{"decision": null}' else ${submission.steps} end`
		})
		.where(
			and(
				inArray(submission.assignmentId, closedAssignments),
				sql`exists (select 1 from ${eachDecisionSql} where decision ->> 'position' <> '')`
			)
		);
	return choices.length;
}
