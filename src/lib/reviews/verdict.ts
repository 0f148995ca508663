/** How a verdict stands to what the student's browser said, and what a check is called. */
import type { BrowserReport, Disagreement } from '#lib/domain/browser-report.ts';
import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { ToldVerdict } from '#lib/domain/own-submission.ts';

export function titleOf(text: ChallengeText, { check, held }: { check: string; held: boolean }): string {
	const titles = held ? (text.held ?? {}) : text.checks;
	return (Object.hasOwn(titles, check) ? titles[check] : undefined) ?? check;
}

/** Where the two say something else of a check that both know. Held-back checks are the judge's alone. */
export function differing(browser: BrowserReport, { checks, load }: ToldVerdict): Disagreement[] {
	return browser.flatMap(({ step, check, status }) => {
		const judge = checks.find((one) => !one.held && one.step === step && one.check === check)?.status;
		if (judge === status || (judge === undefined && load === null)) return [];
		return [{ step, check, browser: status, ...(judge && { judge }) }];
	});
}
