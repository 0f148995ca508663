/** Binds a work to an assignment when a student begins, so that all their machines open the same work. */
import { and, desc, eq, notExists, or, sql } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import { progress, work, workAuthor } from '#lib/server/db/schema/index.ts';

export interface WorkBinding {
	assignmentId: string;
	membershipId: string;
	withMember?: string | undefined;
	account: string;
	workId: string;
	step: string;
	/** Id of a bound work that the student gives up, because it exists only on a machine that is not here. */
	lostWorkId?: string | undefined;
}

export type WorkBindingResult =
	/** `workId`: the work that is bound now, which is another than the requested one when a work was bound before. */
	{ kind: 'bound'; workId: string } | { kind: 'not-theirs' };

export async function bindWorkToAssignment(
	database: Database,
	binding: WorkBinding,
	now: Date
): Promise<WorkBindingResult> {
	const { assignmentId, membershipId, withMember, account, workId, step, lostWorkId } = binding;
	return database.transaction(async (transaction) => {
		// The browser makes the work's id, and may ask to bind the work before the server has it: an unknown work is accepted.
		const [kept] = await transaction
			.select({ account: workAuthor.accountId })
			.from(work)
			.leftJoin(workAuthor, and(eq(workAuthor.workId, work.id), eq(workAuthor.accountId, account)))
			.where(eq(work.id, workId));
		if (kept && kept.account === null) return { kind: 'not-theirs' };
		if (lostWorkId !== undefined) await unbindLostWork(transaction, assignmentId, membershipId, lostWorkId);
		const boundWorkId = await findBoundWorkId(transaction, assignmentId, membershipId);
		if (boundWorkId !== null) return { kind: 'bound', workId: boundWorkId };
		const [bound] = await transaction
			.insert(progress)
			.values({ assignmentId, membershipId, withMember, workId, step, lastActivity: now, lastProgress: now })
			.onConflictDoUpdate({
				target: [progress.assignmentId, progress.membershipId],
				set: {
					workId: sql`coalesce(${progress.workId}, excluded.work_id)`,
					withMember: sql`coalesce(${progress.withMember}, excluded.with_member)`
				}
			})
			.returning({ workId: progress.workId });
		await publishEvent(transaction, 'progress.changed', { assignmentId, membershipId });
		return { kind: 'bound', workId: bound?.workId ?? workId };
	});
}

/** A student may have two works, one begun alone and one in a pair. */
export const LATEST_PROGRESS_FIRST = [sql`${progress.workId} is null`, desc(progress.lastActivity)];

export async function findBoundWorkId(
	database: Database,
	assignmentId: string,
	membershipId: string
): Promise<string | null> {
	const [found] = await database
		.select({ workId: progress.workId })
		.from(progress)
		.where(
			and(
				eq(progress.assignmentId, assignmentId),
				or(eq(progress.membershipId, membershipId), eq(progress.withMember, membershipId))
			)
		)
		.orderBy(...LATEST_PROGRESS_FIRST);
	return found?.workId ?? null;
}

/** A work that the server has stays bound, because the student can still open it. */
async function unbindLostWork(
	transaction: Database,
	assignmentId: string,
	membershipId: string,
	workId: string
): Promise<void> {
	const arrivedWork = transaction.select({ id: work.id }).from(work).where(eq(work.id, workId));
	await transaction
		.update(progress)
		.set({ workId: null })
		.where(
			and(
				eq(progress.assignmentId, assignmentId),
				or(eq(progress.membershipId, membershipId), eq(progress.withMember, membershipId)),
				eq(progress.workId, workId),
				notExists(arrivedWork)
			)
		);
}
