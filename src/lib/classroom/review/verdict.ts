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

type ToldCheck = ToldVerdict['checks'][number];

/** What is not passed, each thing once: several steps check the same. The first of them stands for all. */
export function missedIn({ checks }: Pick<ToldVerdict, 'checks'>): (ToldCheck & { times: number })[] {
	const found = new Map<string, ToldCheck & { times: number }>();
	for (const check of checks) {
		if (check.status === 'pass') continue;
		const key = JSON.stringify([check.held, check.check, check.status, check.problem]);
		const { times, ...first } = found.get(key) ?? { ...check, times: 0 };
		found.set(key, { ...first, times: times + 1 });
	}
	return [...found.values()];
}
