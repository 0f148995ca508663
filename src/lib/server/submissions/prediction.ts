/** What a student said that their program returns, and for which input. */
import * as v from 'valibot';
import type { SentHandIn } from '../../domain/hand-in.ts';
import type { Database } from '../db/database.ts';

export interface Prediction {
	/** What was called, and with what. */
	name: string;
	args: unknown[];
	said: string;
}

/** Null: nothing was asked, or nothing was said. */
export async function predictionOf(
	_database: Database,
	_challengeHash: string | null,
	_sent: SentHandIn
): Promise<Prediction | null> {
	return null;
}

const predictionSchema: v.GenericSchema<unknown, Prediction> = v.object({
	name: v.string(),
	args: v.array(v.unknown()),
	said: v.string()
});

export function parsePrediction(stored: unknown): Prediction | null {
	const result = v.safeParse(predictionSchema, stored);
	return result.success ? result.output : null;
}
