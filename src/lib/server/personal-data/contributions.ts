/** Collects what a person told, wrote, claimed and invited about problems of a trade. */
import { desc, eq, inArray, or } from 'drizzle-orm';
import { cardOf } from '#lib/server/contributions/problem-queries.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, problem, problemInvitation, problemMessage } from '#lib/server/db/schema/index.ts';

/** Leaves out the hashes of links. */
export async function contributionDataOf(database: Database, id: string) {
	const members = database.select({ id: membership.id }).from(membership).where(eq(membership.accountId, id));
	const told = await database
		.select()
		.from(problem)
		.where(or(eq(problem.tellerAccount, id), inArray(problem.membershipId, members)))
		.orderBy(desc(problem.createdAt));
	return {
		problemsTold: told.map(({ tellerName, contact, createdAt, trade, place, state, classId, ...row }) => {
			const card = cardOf(row);
			const hasContact = tellerName !== '' || contact !== '';
			const own = { tellerName, contact, createdAt, trade, place, state, card };
			return { ...own, wrong: card.wrong, hasContact, isOfClass: classId !== null };
		}),
		problemsClaimed: await database
			.select({ id: problem.id, stateSince: problem.stateSince, lastWordAt: problem.lastWordAt })
			.from(problem)
			.where(eq(problem.claimedBy, id)),
		problemMessages: await database
			.select({ problemId: problemMessage.problemId, text: problemMessage.text, createdAt: problemMessage.createdAt })
			.from(problemMessage)
			.where(eq(problemMessage.accountId, id))
			.orderBy(desc(problemMessage.createdAt)),
		problemInvitations: await database
			.select({ createdAt: problemInvitation.createdAt, expiresAt: problemInvitation.expiresAt })
			.from(problemInvitation)
			.where(eq(problemInvitation.createdBy, id))
	};
}
