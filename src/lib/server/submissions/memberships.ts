import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Decision, Decisions } from '#lib/domain/work.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, submission, workAuthor } from '#lib/server/db/schema/index.ts';
import * as v from 'valibot';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { pickPredictionCall } from '#lib/domain/prediction-question.ts';
import { findPackage } from '#lib/server/content/packages.ts';

const predictionSchema = v.object({ name: v.string(), args: v.array(v.unknown()), said: v.string() });
export type PredictedCall = v.InferOutput<typeof predictionSchema>;

/**
 * Builds the prediction to store; null without a question or an answer. The server derives the question's input from the work's
 * id, so that a browser cannot choose it.
 */
export async function buildPrediction(
	database: Database,
	challengeHash: string | null,
	{ work, prediction }: { work: string; prediction: string | null }
): Promise<PredictedCall | null> {
	const answer = prediction?.trim() ?? '';
	if (challengeHash === null || answer === '') return null;
	const ask = (await findPackage(database, challengeHash))?.ask;
	if (ask === undefined) return null;
	const { name, args } = pickPredictionCall(ask, work);
	return { name, args, said: answer };
}

export const parsePrediction = (stored: unknown): PredictedCall | null =>
	parseWithSchema(predictionSchema, stored) ?? null;

export async function membershipsOfAuthors(database: Database, classId: string, workId: string): Promise<string[]> {
	const rows = await database
		.select({ id: membership.id })
		.from(workAuthor)
		.innerJoin(membership, and(eq(membership.accountId, workAuthor.accountId), eq(membership.classId, classId)))
		.where(eq(workAuthor.workId, workId))
		.orderBy(membership.id);
	return rows.map(({ id }) => id);
}

export async function mapDecisionsToMemberships(
	database: Database,
	classId: string,
	decisions: Decisions
): Promise<Record<string, Decision>> {
	const accounts = Object.keys(decisions);
	if (accounts.length === 0) return {};
	const rows = await database
		.select({ id: membership.id, account: membership.accountId })
		.from(membership)
		.where(and(eq(membership.classId, classId), inArray(membership.accountId, accounts)));
	return Object.fromEntries(
		rows.flatMap(({ id, account }) => {
			const decision = decisions[account];
			return decision ? [[id, decision] as const] : [];
		})
	);
}

export function submissionAuthorCondition(account: string): SQL {
	return sql`exists (
		select 1 from ${membership}
		where ${membership.accountId} = ${account} and ${submission.members} @> to_jsonb(${membership.id})
	)`;
}
