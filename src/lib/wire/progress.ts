import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { MOST_STEPS_OR_STEP_CHECKS } from '#lib/domain/progress.ts';

export const PROGRESS_FORMAT = 1;

const checkCountSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_STEPS_OR_STEP_CHECKS));
const stepIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

const progressReportSchema = v.pipe(
	v.strictObject({
		format: v.literal(PROGRESS_FORMAT),
		/** Account that the browser believes is signed in, so that the server can refuse reports from a former user's tab. */
		account: idSchema,
		step: stepIdSchema,
		done: v.pipe(
			v.array(stepIdSchema),
			v.maxLength(MOST_STEPS_OR_STEP_CHECKS),
			v.check((ids) => new Set(ids).size === ids.length, 'twice the same')
		),
		passed: checkCountSchema,
		checks: checkCountSchema
	}),
	v.check(({ passed, checks }) => passed <= checks, 'more than all')
);
export type SentProgressReport = v.InferOutput<typeof progressReportSchema>;

const sentHelpRequestSchema = v.strictObject({
	format: v.literal(PROGRESS_FORMAT),
	account: idSchema,
	wanted: v.boolean()
});
export type SentHelpRequest = v.InferOutput<typeof sentHelpRequestSchema>;

export const parseSentProgressReport = (input: unknown): SentProgressReport | undefined =>
	parseWithSchema(progressReportSchema, input);
export const parseSentHelpRequest = (input: unknown): SentHelpRequest | undefined =>
	parseWithSchema(sentHelpRequestSchema, input);
