import type { Challenge } from '#lib/domain/challenge.ts';
import { type ProgramCallResult, hintCountOf, hasFilesToOpen } from '#lib/steps/progress.ts';
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import type { Language } from '#lib/domain/language.ts';
import { overwriteWithStepFiles } from '#lib/steps/view.ts';
import type { Files } from '#sandbox/contract.ts';
import type { CheckStatus } from '#sandbox/report.ts';
import type { BrowserCheckReport } from '#lib/wire/hand-in.ts';
import type { StudentVerdict, VerdictCheckTexts } from '#lib/wire/own-submission.ts';

interface FirstPredictions {
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

/** Returns the challenge's start files, with the files that later steps put in place when the authors opened them. */
export function filesGivenToStudents(challenge: Challenge, language: Language, steps: unknown): Files {
	const records = parseLessonSnapshot(steps)?.steps ?? [];
	return records.reduce((files, record, at) => {
		const step = challenge.steps.find(({ id }) => id === record.id);
		const isLaid = record.opened && step !== undefined && hasFilesToOpen(step, records.slice(0, at));
		return isLaid ? overwriteWithStepFiles(challenge, language, step.id, files) : files;
	}, challenge.start[language]);
}

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

/** Leaves out steps that may be skipped. A check of several steps appears once; `times` is the number of steps. */
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
