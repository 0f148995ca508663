import { and, eq, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import { CONTRIBUTOR_CONTACT_KEPT_DAYS, DECLINED_PROBLEM_KEPT_DAYS } from '#lib/domain/problem-state.ts';
import { addDays } from '#lib/domain/school-class.ts';
import type { Database } from '#lib/server/db/database.ts';
import { approval, problem, problemInvitation, problemPhoto, contributorMail } from '#lib/server/db/schema/index.ts';
import { actOnProblem } from './act-on-problem.ts';

/** Returns the number of contributors whose contact was erased. Running it twice does no harm. */
export async function applyProblemDeadlines(database: Database, now: Date): Promise<number> {
	await lapseOwnerlessClaims(database, now);
	const problems = await database
		.select({ id: problem.id })
		.from(problem)
		.where(or(eq(problem.state, 'claimed'), lte(problem.answerDueAt, now)));
	for (const { id } of problems) await actOnProblem(database, id, { act: { kind: 'pass-time' }, by: null }, now);
	const forgottenCondition = and(
		ne(problem.state, 'claimed'),
		lte(problem.unclaimedSince, addDays(now, -CONTRIBUTOR_CONTACT_KEPT_DAYS))
	);
	const erasedRows = await database
		.update(problem)
		.set({ contributorName: '', contact: '' })
		.where(and(forgottenCondition, or(ne(problem.contributorName, ''), ne(problem.contact, ''))))
		.returning({ id: problem.id });
	const problemsWithoutContact = database.select({ id: problem.id }).from(problem).where(eq(problem.contact, ''));
	await database.delete(contributorMail).where(inArray(contributorMail.problemId, problemsWithoutContact));
	await database
		.update(approval)
		.set({ naming: 'nobody', name: '' })
		.where(inArray(approval.problemId, database.select({ id: problem.id }).from(problem).where(forgottenCondition)));
	await database
		.delete(problemPhoto)
		.where(
			inArray(problemPhoto.problemId, database.select({ id: problem.id }).from(problem).where(forgottenCondition))
		);
	await database
		.delete(problem)
		.where(and(eq(problem.state, 'declined'), lt(problem.stateSince, addDays(now, -DECLINED_PROBLEM_KEPT_DAYS))));
	await database.delete(problem).where(sql`${problem.source} = 'student' and ${problem.offeredAt} is null
		and (${problem.membershipId} is null or ${problem.classId} is null)`);
	await database.delete(problemInvitation).where(lt(problemInvitation.expiresAt, now));
	return erasedRows.length;
}

/** Gives back problems claimed by teachers whose accounts were deleted, so that the time without a claim begins. */
async function lapseOwnerlessClaims(database: Database, now: Date): Promise<void> {
	await database
		.update(problem)
		.set({ state: 'lapsed', stateSince: now, claimedClass: null, answerDueAt: now, unclaimedSince: now })
		.where(and(eq(problem.state, 'claimed'), isNull(problem.claimedBy)));
}
