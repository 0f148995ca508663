import * as v from 'valibot';
import { caughtMutantsSchema } from '#lib/domain/verdict.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { writtenExamplesSchema } from '#lib/domain/written-example.ts';
import { handInApi } from './hand-in.ts';

const { formatSchema: format, refusedSchema } = handInApi;

export const LARGEST_EXAMPLE_TRIAL_BYTES = 200_000;
const LONGEST_STEP_ID = 100;

const sentTrialSchema = v.strictObject({
	format,
	account: idSchema,
	step: v.pipe(v.string(), v.maxLength(LONGEST_STEP_ID)),
	examples: writtenExamplesSchema
});
export type SentTrial = v.InferOutput<typeof sentTrialSchema>;

export const parseSentTrial = (input: unknown): SentTrial | undefined => parseWithSchema(sentTrialSchema, input);

const trialAnswerSchema = v.variant('kind', [
	/** The judge's results, without what only a hand-in may tell: see `removeHandInOnlyDetails`. */
	v.object({ format, kind: v.literal('tried'), trial: caughtMutantsSchema }),
	refusedSchema
]);

export const parseTrialAnswer = (input: unknown): v.InferOutput<typeof trialAnswerSchema> | undefined =>
	parseWithSchema(trialAnswerSchema, input);
