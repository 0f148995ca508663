/** Builds and parses the stored prediction: the value that a student expects their program to return, and its input. */
import * as v from 'valibot';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { pickPredictionCall } from '#lib/domain/prediction-question.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import type { Database } from '#lib/server/db/database.ts';

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
