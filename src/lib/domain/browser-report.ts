/** Check results a student's browser sent with the hand-in; advice only, as browsers can send anything. */
import * as v from 'valibot';
import type { Status, Verdict } from '../../../sandbox/report.ts';
import { checkOf } from './verdict.ts';

const MOST_RESULTS = 300;
const LONGEST = 200;

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST));

/** By step and check, without messages or console, so it cannot be mistaken for the verdict it is shown beside. */
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

export function parseBrowserReport(input: unknown): BrowserReport | null {
	const result = v.safeParse(browserReportSchema, input);
	return result.success ? result.output : null;
}

export interface Disagreement {
	step: string;
	check: string;
	browser: Status;
	/** Absent when the judge did not reach the check. */
	judge?: Status;
}

/** Lists the checks on which browser and judge disagree, without held-back checks, which only the judge runs. */
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
