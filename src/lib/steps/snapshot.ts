/** A saved lesson as plain JSON, independent of the state machine's library and the challenge's version. */
import * as v from 'valibot';
import { programProblemSchema } from '#lib/domain/verdict.ts';
import { pinnedChallengeSchema } from '#lib/domain/work.ts';
import { writtenExamplesSchema } from '#lib/domain/written-example.ts';
import type { LessonProgress, ProgramCallResult, SavedStep } from './progress.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';

/**
 * Format number of saved lessons. Format 1 held the decision, which is now stored in the version, because each student of a pair
 * has their own.
 */
export const LESSON_FORMAT = 2;

export function lessonSnapshotOf(progress: LessonProgress): LessonSnapshot {
	const { challenge } = progress;
	return {
		format: LESSON_FORMAT,
		challenge: { id: challenge.id, version: challenge.version, hash: challenge.hash },
		current: challenge.steps[progress.currentIndex]?.id ?? '',
		decideOpen: progress.isDecisionOpen,
		steps: progress.records.map((record, index) => ({ ...record, id: challenge.steps[index]?.id ?? '' })),
		left: progress.leftoverRecords
	};
}

const programCallResultSchema: v.GenericSchema<unknown, ProgramCallResult> = v.union([
	v.object({ kind: v.literal('value'), shown: v.string() }),
	v.object({ kind: v.literal('problem'), problem: programProblemSchema })
]);

const commonStepFields = {
	id: v.string(),
	reached: v.boolean(),
	opened: v.boolean(),
	done: v.boolean(),
	hints: v.pipe(v.number(), v.integer(), v.minValue(0))
};

const savedStepSchema: v.GenericSchema<unknown, SavedStep> = v.union([
	v.object({ ...commonStepFields, kind: v.picklist(['discover', 'build', 'decide', 'show']) }),
	v.object({
		...commonStepFields,
		kind: v.literal('predict'),
		answer: v.nullable(v.string()),
		returned: v.nullable(programCallResultSchema)
	}),
	v.object({ ...commonStepFields, kind: v.literal('tune'), values: v.record(v.string(), v.number()) }),
	v.object({ ...commonStepFields, kind: v.literal('arrange'), placed: v.nullable(v.array(v.string())) }),
	v.object({ ...commonStepFields, kind: v.literal('stretch'), skipped: v.boolean() }),
	v.object({ ...commonStepFields, kind: v.literal('catch'), examples: writtenExamplesSchema })
]);

const lessonSnapshotSchema = v.object({
	format: v.pipe(
		v.picklist([1, LESSON_FORMAT]),
		v.transform((): typeof LESSON_FORMAT => LESSON_FORMAT)
	),
	challenge: pinnedChallengeSchema,
	current: v.string(),
	decideOpen: v.boolean(),
	steps: v.array(savedStepSchema),
	/** Steps that an older challenge version had, kept for their answers. */
	left: v.array(savedStepSchema)
});
export type LessonSnapshot = v.InferOutput<typeof lessonSnapshotSchema>;

/** Reads a saved lesson; `undefined` for an unknown format: the lesson then starts anew, and the saved version stays. */
export const parseLessonSnapshot = (input: unknown): LessonSnapshot | undefined =>
	parseWithSchema(lessonSnapshotSchema, input);
