/** Which work belongs to an assignment: bound when a student begins, so that every machine of theirs opens the same. */
import { and, desc, eq, notExists, or, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { standing, work, workAuthor } from '../db/schema/index.ts';

export interface Beginning {
	assignmentId: string;
	membershipId: string;
	/** Who sits beside them. */
	withMember?: string | undefined;
	account: string;
	workId: string;
	/** Where they stand in it. */
	step: string;
	/** The work that was bound, given up by the student: it never reached the server, and the machine that has it is elsewhere. */
	instead?: string | undefined;
}

export type Begun =
	/** The work that is bound from now on, or was before: then it may be another than was asked. */
	| { kind: 'bound'; workId: string }
	/** It is somebody else's. */
	| { kind: 'not-theirs' };

/** The first to come binds; whoever comes later hears what is bound. */
export async function beginStanding(database: Database, beginning: Beginning, now: Date): Promise<Begun> {
	const { assignmentId, membershipId, withMember, account, workId, step, instead } = beginning;
	return database.transaction(async (transaction) => {
		// The browser makes the id, and may say so before the work itself has arrived.
		const [kept] = await transaction
			.select({ account: workAuthor.accountId })
			.from(work)
			.leftJoin(workAuthor, and(eq(workAuthor.workId, work.id), eq(workAuthor.accountId, account)))
			.where(eq(work.id, workId));
		if (kept && kept.account === null) return { kind: 'not-theirs' };
		if (instead !== undefined) await giveUp(transaction, assignmentId, membershipId, instead);
		const before = await workOf(transaction, assignmentId, membershipId);
		if (before !== null) return { kind: 'bound', workId: before };
		const [bound] = await transaction
			.insert(standing)
			.values({ assignmentId, membershipId, withMember, workId, step, lastActivity: now, lastProgress: now })
			.onConflictDoUpdate({
				target: [standing.assignmentId, standing.membershipId],
				set: {
					workId: sql`coalesce(${standing.workId}, excluded.work_id)`,
					withMember: sql`coalesce(${standing.withMember}, excluded.with_member)`
				}
			})
			.returning({ workId: standing.workId });
		return { kind: 'bound', workId: bound?.workId ?? workId };
	});
}

/** The work that belongs to an assignment for this student, alone or as the second of a pair. */
export async function workOf(database: Database, assignmentId: string, membershipId: string): Promise<string | null> {
	const [found] = await database
		.select({ workId: standing.workId })
		.from(standing)
		.where(
			and(
				eq(standing.assignmentId, assignmentId),
				or(eq(standing.membershipId, membershipId), eq(standing.withMember, membershipId))
			)
		)
		// Of two, one begun alone and one beside somebody, the one that they did something in last.
		.orderBy(sql`${standing.workId} is null`, desc(standing.lastActivity));
	return found?.workId ?? null;
}

/** A work that the server has is never given up here: it can be brought. */
async function giveUp(
	transaction: Database,
	assignmentId: string,
	membershipId: string,
	workId: string
): Promise<void> {
	const arrived = transaction.select({ id: work.id }).from(work).where(eq(work.id, workId));
	await transaction
		.update(standing)
		.set({ workId: null })
		.where(
			and(
				eq(standing.assignmentId, assignmentId),
				or(eq(standing.membershipId, membershipId), eq(standing.withMember, membershipId)),
				eq(standing.workId, workId),
				notExists(arrived)
			)
		);
}
