/**
 * What a student's browser said of the checks when the work was handed in. It is advice: whoever wants to can send anything here. It is
 * shown beside the verdict, and never instead of it.
 */
import * as v from 'valibot';
import type { Status, Verdict } from '../../../sandbox/report.ts';
import { checkOf } from './verdict.ts';

const MOST_RESULTS = 300;
const LONGEST = 200;

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST));

/** By step, then by check: no message, no console, nothing that could be read as the judge's. */
export const browserReportSchema = v.pipe(
	v.array(
		v.strictObject({
			step: Id,
			check: Id,
			status: v.picklist(['pass', 'fail', 'error'] satisfies Status[])
		})
	),
	v.maxLength(MOST_RESULTS)
);
export type BrowserReport = v.InferOutput<typeof browserReportSchema>;

/** As it was kept; nothing when it is none. */
export function parseBrowserReport(input: unknown): BrowserReport | null {
	const result = v.safeParse(browserReportSchema, input);
	return result.success ? result.output : null;
}

export interface Disagreement {
	step: string;
	check: string;
	browser: Status;
	/** Absent: the judge did not get as far. */
	judge?: Status;
}

/** Where the two say something else of a check that both know. Held-back checks are the judge's alone. */
export function disagreements(browser: BrowserReport, { report }: Pick<Verdict, 'report'>): Disagreement[] {
	const judged = new Map(
		report.results.map(({ path, status }) => {
			const { step, check, held } = checkOf(path);
			return [keyOf(step, check, held), status];
		})
	);
	return browser.flatMap(({ step, check, status }) => {
		const judge = judged.get(keyOf(step, check, false));
		if (judge === status || (judge === undefined && report.load === undefined)) return [];
		return [{ step, check, browser: status, ...(judge && { judge }) }];
	});
}

const keyOf = (...parts: unknown[]): string => JSON.stringify(parts);
