/** Compares a judge's verdict with the browser's report, and lists the checks that failed. */
import type { CheckStatus } from '#sandbox/report.ts';
import type { BrowserCheckReport } from '#lib/wire/browser-report.ts';
import type { StudentVerdict, VerdictCheckTexts } from '#lib/wire/own-submission.ts';

export function checkTitleOf(
	text: Pick<VerdictCheckTexts, 'checks' | 'held'>,
	{ check, held }: { check: string; held: boolean }
): string {
	const titles = held ? (text.held ?? {}) : text.checks;
	return (Object.hasOwn(titles, check) ? titles[check] : undefined) ?? check;
}

interface CheckDisagreement {
	step: string;
	check: string;
	browser: CheckStatus;
	/** The status that the judge found; absent when the judge did not run the check. */
	judge?: CheckStatus;
}

/** Returns the checks on which browser and judge disagree, without held-back checks, which no browser has. */
export function findVerdictDisagreements(
	browser: BrowserCheckReport,
	{ checks, load }: StudentVerdict
): CheckDisagreement[] {
	return browser.flatMap(({ step, check, status }) => {
		const judge = checks.find((one) => !one.held && one.step === step && one.check === check)?.status;
		if (judge === status || (judge === undefined && load === null)) return [];
		return [{ step, check, browser: status, ...(judge && { judge }) }];
	});
}

type VerdictCheck = StudentVerdict['checks'][number];

/**
 * Returns the checks that did not pass, without those of steps that may be skipped. A check of several steps appears once; `times`
 * is the number of steps.
 */
export function listFailedChecks({ checks }: Pick<StudentVerdict, 'checks'>): (VerdictCheck & { times: number })[] {
	const checksByKey = new Map<string, VerdictCheck & { times: number }>();
	for (const check of checks) {
		if (check.status === 'pass' || check.isOptional) continue;
		const key = JSON.stringify([check.held, check.check, check.status, check.problem]);
		const { times, ...first } = checksByKey.get(key) ?? { ...check, times: 0 };
		checksByKey.set(key, { ...first, times: times + 1 });
	}
	return [...checksByKey.values()];
}
