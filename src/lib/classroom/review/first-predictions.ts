/** Reads the authors' first predictions and opened hints from a step snapshot. */
import type { Challenge } from '#lib/domain/challenge.ts';
import type { ProgramCallResult } from '#lib/steps/progress.ts';
import { hintCountOf } from '#lib/steps/progress.ts';
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';

export interface FirstPredictions {
	/** The first prediction of each step, given before the program ran. */
	predictions: {
		step: string;
		call: { name: string; args: unknown[] };
		answer: string;
		returned: ProgramCallResult | null;
	}[];
	/** Steps in which hints were opened: `shown` counts the opened hints, `total` all hints of the step. */
	hints: { step: string; shown: number; total: number }[];
}

/** Returns predictions and hints in the order of the challenge's steps; no entries for a snapshot of an unknown format. */
export function firstPredictionsOf(challenge: Challenge, snapshot: unknown): FirstPredictions {
	const records = parseLessonSnapshot(snapshot)?.steps ?? [];
	const way: FirstPredictions = { predictions: [], hints: [] };
	for (const step of challenge.steps) {
		const record = records.find(({ id }) => id === step.id);
		if (!record) continue;
		if (step.kind === 'predict' && record.kind === 'predict' && record.answer !== null)
			way.predictions.push({ step: step.id, call: step.call, answer: record.answer, returned: record.returned });
		if (record.hints > 0) way.hints.push({ step: step.id, shown: record.hints, total: hintCountOf(step) });
	}
	return way;
}
