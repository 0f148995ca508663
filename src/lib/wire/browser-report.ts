/** Check results that a student's browser sent with a hand-in; advice, as browsers can lie. */
import * as v from 'valibot';
import { parseWithSchema } from '#lib/domain/parse.ts';
import type { CheckStatus } from '#sandbox/report.ts';

const MOST_CHECK_RESULTS = 300;
const LONGEST_STEP_OR_CHECK_ID = 200;

const stepOrCheckIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_STEP_OR_CHECK_ID));

/** Statuses by step and check, without messages and console output, so that nobody takes a report for the verdict beside it. */
export const browserCheckReportSchema = v.pipe(
	v.array(
		v.strictObject({
			step: stepOrCheckIdSchema,
			check: stepOrCheckIdSchema,
			status: v.picklist(['pass', 'fail', 'error'] satisfies CheckStatus[])
		})
	),
	v.maxLength(MOST_CHECK_RESULTS)
);
export type BrowserCheckReport = v.InferOutput<typeof browserCheckReportSchema>;

export const parseBrowserCheckReport = (input: unknown): BrowserCheckReport | null =>
	parseWithSchema(browserCheckReportSchema, input) ?? null;
