/** Carries out an act on a problem, with the message that goes with it, in one transaction. */
import { count, eq } from 'drizzle-orm';
import { newId } from '#lib/domain/identity.ts';
import { afterAct, type ProblemAct } from '#lib/domain/problem-state.ts';
import type { Database } from '#lib/server/db/database.ts';
import { problem, problemMessage } from '#lib/server/db/schema/index.ts';
import { columnsOf, isOfClassAlone, stateOf } from './problem-rows.ts';

/** Messages of one conversation; far more than a card needs. */
const MOST_MESSAGES = 200;

export interface ProblemMessage {
	side: 'teller' | 'house';
	/** Who of the house writes, or in the place of a student who told; null for a teller. */
	accountId: string | null;
	text: string;
}

/** `changed`: the act is no longer possible, because somebody else acted first. */
export type ActResult = 'done' | 'absent' | 'changed' | 'full';

export async function actOnProblem(
	database: Database,
	id: string,
	{ act, by, message }: { act: ProblemAct; by: string | null; message?: ProblemMessage },
	now: Date
): Promise<ActResult> {
	return database.transaction(async (transaction) => {
		// Concurrent acts run in turn, so that two teachers cannot claim one problem.
		const [row] = await transaction.select().from(problem).where(eq(problem.id, id)).for('update');
		if (!row) return 'absent';
		const next = afterAct({ state: stateOf(row), answerDueAt: row.answerDueAt }, act, now);
		if (next === undefined) return 'changed';
		if (message !== undefined && (await messageCount(transaction, id)) >= MOST_MESSAGES) return 'full';
		const isOffer = act.kind === 'let-in' && isOfClassAlone(row);
		await transaction
			.update(problem)
			.set({ ...columnsOf(next, row, now), ...(isOffer ? { offeredAt: now, offeredBy: by } : {}) })
			.where(eq(problem.id, id));
		if (message !== undefined)
			await transaction.insert(problemMessage).values({ id: newId(), problemId: id, createdAt: now, ...message });
		return 'done';
	});
}

async function messageCount(transaction: Database, id: string): Promise<number> {
	const [found] = await transaction
		.select({ messages: count() })
		.from(problemMessage)
		.where(eq(problemMessage.problemId, id));
	return found?.messages ?? 0;
}
