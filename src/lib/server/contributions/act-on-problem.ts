import { count, eq } from 'drizzle-orm';
import { newId } from '#lib/domain/identity.ts';
import { problemStateAfterAct, type ProblemAct } from '#lib/domain/problem-state.ts';
import type { Database } from '#lib/server/db/database.ts';
import { problem, problemMessage } from '#lib/server/db/schema/index.ts';
import { columnValuesOfProblemState, isUnofferedStudentProblem, problemStateOfRow } from './problem-queries.ts';

const MOST_PROBLEM_MESSAGES = 200;

export interface ProblemMessage {
	side: 'teller' | 'house';
	/** Who writes, also on behalf of a student who told the problem; null for the contributor's own message. */
	accountId: string | null;
	text: string;
}

/** `changed`: the act is not possible, because another person acted first. `full`: the conversation has too many messages. */
export type ProblemActResult = 'done' | 'absent' | 'changed' | 'full';

export async function actOnProblem(
	database: Database,
	id: string,
	{ act, by, message }: { act: ProblemAct; by: string | null; message?: ProblemMessage },
	now: Date
): Promise<ProblemActResult> {
	return database.transaction(async (transaction) => {
		// Lock the problem, so that acts on it run in turn: two teachers cannot claim it.
		const [row] = await transaction.select().from(problem).where(eq(problem.id, id)).for('update');
		if (!row) return 'absent';
		const nextState = problemStateAfterAct({ state: problemStateOfRow(row), answerDueAt: row.answerDueAt }, act, now);
		if (nextState === undefined) return 'changed';
		if (message !== undefined && (await countProblemMessages(transaction, id)) >= MOST_PROBLEM_MESSAGES) return 'full';
		const isOffer = act.kind === 'let-in' && isUnofferedStudentProblem(row);
		await transaction
			.update(problem)
			.set({
				...columnValuesOfProblemState(nextState, row, now),
				...(isOffer ? { offeredAt: now, offeredBy: by } : {})
			})
			.where(eq(problem.id, id));
		if (message !== undefined)
			await transaction.insert(problemMessage).values({ id: newId(), problemId: id, createdAt: now, ...message });
		return 'done';
	});
}

async function countProblemMessages(transaction: Database, id: string): Promise<number> {
	const [found] = await transaction
		.select({ messages: count() })
		.from(problemMessage)
		.where(eq(problemMessage.problemId, id));
	return found?.messages ?? 0;
}
