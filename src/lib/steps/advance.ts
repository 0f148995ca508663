import type { Decision } from '#lib/domain/work.ts';
import { countReadableExamples, type WrittenExample } from '#lib/domain/written-example.ts';
import { hasReportPassed, type Report } from '#sandbox/report.ts';
import {
	haveAllDecided,
	currentStep,
	decisionOfPerson,
	type DecidingPerson,
	type LessonProgress,
	type ProgramCallResult,
	type StepRecord
} from './progress.ts';

function changeStepRecord(
	progress: LessonProgress,
	index: number,
	change: (record: StepRecord) => StepRecord
): LessonProgress {
	return { ...progress, records: progress.records.map((record, at) => (at === index ? change(record) : record)) };
}

function changeCurrentStepRecord(progress: LessonProgress, change: (record: StepRecord) => StepRecord): LessonProgress {
	return changeStepRecord(progress, progress.currentIndex, change);
}

export function goToStep(progress: LessonProgress, index: number): LessonProgress {
	return { ...progress, currentIndex: index };
}

export const goToChosenStep = (progress: LessonProgress, index: number): LessonProgress =>
	index === progress.currentIndex + 1 ? goToNextStep(progress) : goToStep(progress, index);

/** Leaving a discover step completes it, since that step has no task. */
export function goToNextStep(progress: LessonProgress): LessonProgress {
	const updatedProgress = changeCurrentStepRecord(progress, (record) =>
		record.kind === 'discover' ? { ...record, done: true } : record
	);
	return goToStep(updatedProgress, progress.currentIndex + 1);
}

/** Skipped steps stay reachable but no longer open their files, which would overwrite later work. */
export function jumpToStep(progress: LessonProgress, targetIndex: number): LessonProgress {
	return {
		...goToStep(progress, targetIndex),
		records: progress.records.map((record, index) =>
			index < targetIndex ? { ...record, reached: true, opened: true } : record
		)
	};
}

/** Marks the current step as reached; the last step is completed by reaching it. */
export function markStepEntered(progress: LessonProgress): LessonProgress {
	return changeCurrentStepRecord(progress, (record) => ({
		...record,
		reached: true,
		opened: true,
		done: record.done || record.kind === 'show'
	}));
}

/**
 * Stores the answer of a prediction. The first answer stays, since a prediction must come before the result; if the call failed,
 * it is made again.
 */
export function commitPrediction(progress: LessonProgress, answer: string): LessonProgress {
	return changeCurrentStepRecord(progress, (record) =>
		record.kind === 'predict' ? { ...record, answer: record.answer ?? answer, returned: null } : record
	);
}

export function receiveCallResult(progress: LessonProgress, returned: ProgramCallResult): LessonProgress {
	return changeCurrentStepRecord(progress, (record) =>
		record.kind === 'predict' ? { ...record, returned: pickSavedCallResult(returned), done: true } : record
	);
}

function pickSavedCallResult(returned: ProgramCallResult): ProgramCallResult {
	return returned.kind === 'value'
		? { kind: 'value', shown: returned.shown }
		: { kind: 'problem', problem: returned.problem };
}

export function setTunedValue(progress: LessonProgress, id: string, value: number): LessonProgress {
	return changeCurrentStepRecord(progress, (record) =>
		record.kind === 'tune' ? { ...record, values: { ...record.values, [id]: value } } : record
	);
}

export function arrangeLines(progress: LessonProgress, placed: string[]): LessonProgress {
	return changeCurrentStepRecord(progress, (record) =>
		record.kind === 'arrange' ? { ...record, placed: [...placed] } : record
	);
}

/** One example that can be read completes the step: only the judge can say what it catches. */
export function recordExamples(progress: LessonProgress, examples: WrittenExample[]): LessonProgress {
	const step = currentStep(progress);
	if (step.kind !== 'catch') return progress;
	const isReadable = countReadableExamples(examples, step.functions) > 0;
	return changeCurrentStepRecord(progress, (record) =>
		record.kind === 'catch' ? { ...record, examples, done: record.done || isReadable } : record
	);
}

/** A passed step stays passed whatever later reports say. Reports may arrive late, so each names its step. */
export function storeCheckReport(progress: LessonProgress, step: string, report: Report): LessonProgress {
	const index = progress.challenge.steps.findIndex((candidate) => candidate.id === step);
	const record = progress.records[index];
	if (!record?.reached || !hasReportPassed(report) || !hasChecks(record)) return progress;
	const updatedProgress = changeStepRecord(progress, index, (before) => ({ ...before, done: true }));
	return record.kind === 'build' ? unlockDecision(updatedProgress) : updatedProgress;
}

function hasChecks(record: StepRecord): boolean {
	return record.kind === 'tune' || record.kind === 'arrange' || record.kind === 'build' || record.kind === 'stretch';
}

export function unlockDecision(progress: LessonProgress): LessonProgress {
	return { ...progress, isDecisionOpen: true };
}

export function recordShownHint(progress: LessonProgress): LessonProgress {
	return changeCurrentStepRecord(progress, (record) => ({ ...record, hints: record.hints + 1 }));
}

export function skipStretch(progress: LessonProgress): LessonProgress {
	const updatedProgress = changeCurrentStepRecord(progress, (record) =>
		record.kind === 'stretch' ? { ...record, skipped: true } : record
	);
	return goToStep(updatedProgress, progress.currentIndex + 1);
}

export function recordChosenOption(
	progress: LessonProgress,
	who: DecidingPerson,
	option: string,
	values?: Record<string, number>
): LessonProgress {
	const position = decisionOfPerson(progress, who)?.position ?? '';
	return recordDecision(progress, who, values ? { option, values, position } : { option, position });
}

export function recordPosition(progress: LessonProgress, who: DecidingPerson, position: string): LessonProgress {
	return recordDecision(progress, who, { ...(decisionOfPerson(progress, who) ?? { option: null }), position });
}

function recordDecision(progress: LessonProgress, who: DecidingPerson, decision: Decision): LessonProgress {
	const { otherDecisions, otherAccount } = progress;
	const decidedProgress =
		who === 'self' || otherAccount === null
			? { ...progress, decision }
			: { ...progress, otherDecisions: { ...otherDecisions, [otherAccount]: decision } };
	return changeCurrentStepRecord(decidedProgress, (record) => ({
		...record,
		done: record.done || haveAllDecided(decidedProgress)
	}));
}
