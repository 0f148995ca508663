import type { Challenge, Step, StepKind } from '#lib/domain/challenge.ts';
import type { Files } from '#sandbox/contract.ts';
import {
	findPreviousReachedStepIndex,
	currentRecord,
	currentStep,
	hasNextStep,
	hintCountOf,
	findJumpTargetStepIndex,
	mayGoToStep,
	needOfStep,
	type StepNeed,
	type LessonProgress,
	type StepRecord
} from './progress.ts';

export type StepLockReason = 'steps_locked_before' | 'steps_locked_decide';

interface StepView {
	id: string;
	kind: StepKind;
	isDone: boolean;
	/** State of the step. The student may go to an `open` or `done` one, by the event `step.go`. */
	state: { kind: 'current' } | { kind: 'done' } | { kind: 'open' } | { kind: 'locked'; lockReason: StepLockReason };
}

type NextStepView = { kind: 'ready' } | { kind: 'needs'; need: StepNeed } | { kind: 'end' };

export interface LessonView {
	step: Step;
	record: StepRecord;
	steps: StepView[];
	next: NextStepView;
	canGoBack: boolean;
	canJump: boolean;
	canSkip: boolean;
	hints: { shownCount: number; total: number };
	editMode: 'none' | 'tune' | 'arrange' | 'code';
	/** Whether the program may run; in a predict step only once the student has answered. */
	canRun: boolean;
	checksFile: string | null;
}

export function lessonViewOf(progress: LessonProgress): LessonView {
	const step = currentStep(progress);
	const record = currentRecord(progress);
	const need = needOfStep(progress);
	return {
		step,
		record,
		steps: progress.challenge.steps.map((each, index) => viewOfStep(progress, each, index)),
		next: !hasNextStep(progress) ? { kind: 'end' } : need ? { kind: 'needs', need } : { kind: 'ready' },
		canGoBack: findPreviousReachedStepIndex(progress) >= 0,
		canJump: findJumpTargetStepIndex(progress) >= 0,
		canSkip: step.kind === 'stretch' && need === 'steps_needs_stretch',
		hints: { shownCount: record.hints, total: hintCountOf(step) },
		editMode: editModeOfStep(step),
		canRun: record.kind !== 'predict' || record.answer !== null,
		checksFile: 'checks' in step ? step.checks : null
	};
}

function viewOfStep(progress: LessonProgress, step: Step, index: number): StepView {
	const isDone = progress.records[index]?.done ?? false;
	return { id: step.id, kind: step.kind, isDone, state: stepStateOf(progress, step, index, isDone) };
}

function stepStateOf(progress: LessonProgress, step: Step, index: number, isDone: boolean): StepView['state'] {
	if (index === progress.currentIndex) return { kind: 'current' };
	if (mayGoToStep(progress, index)) return isDone ? { kind: 'done' } : { kind: 'open' };
	return { kind: 'locked', lockReason: step.kind === 'decide' ? 'steps_locked_decide' : 'steps_locked_before' };
}

function editModeOfStep(step: Step): LessonView['editMode'] {
	switch (step.kind) {
		case 'tune':
		case 'arrange':
			return step.kind;
		case 'build':
		case 'stretch':
			return 'code';
		case 'discover':
		case 'predict':
		case 'catch':
		case 'decide':
		case 'show':
			return 'none';
	}
}

/**
 * Returns the student's files with the step's files written over them, as `files.open` asks. The caller must save a version of
 * `files` before.
 */
export function overwriteWithStepFiles(challenge: Challenge, language: 'fr' | 'en', step: string, files: Files): Files {
	return { ...files, ...challenge.opens[language][step] };
}
