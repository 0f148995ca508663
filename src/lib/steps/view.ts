/** What the workbench shows and allows, computed from a lesson's progress. */
import type { Challenge, Step, StepKind } from '#lib/domain/challenge.ts';
import type { Files } from '#sandbox/contract.ts';
import {
	backFrom,
	currentRecord,
	currentStep,
	hasNext,
	hintsOf,
	jumpTarget,
	mayGoTo,
	needOf,
	type Need,
	type Progress,
	type StepRecord
} from './progress.ts';

export type Locked = 'steps_locked_before' | 'steps_locked_decide';

interface StepView {
	id: string;
	kind: StepKind;
	done: boolean;
	skipped: boolean;
	/** `open` and `done`: `step.go` leads there. */
	state: { kind: 'current' } | { kind: 'done' } | { kind: 'open' } | { kind: 'locked'; why: Locked };
}

type NextView = { kind: 'ready' } | { kind: 'needs'; need: Need } | { kind: 'end' };

export interface LessonView {
	step: Step;
	record: StepRecord;
	/** From 1, for "step 2 of 6". */
	position: number;
	steps: StepView[];
	next: NextView;
	canGoBack: boolean;
	canJump: boolean;
	canSkip: boolean;
	hints: { shown: number; total: number };
	/** What the student may change in the code: nothing, marked values, the order of lines, or everything. */
	editable: 'none' | 'tune' | 'arrange' | 'code';
	/** False until a prediction is made. */
	runnable: boolean;
	/** The check file of this step; null when it has none. */
	checks: string | null;
}

export function viewOf(progress: Progress): LessonView {
	const step = currentStep(progress);
	const record = currentRecord(progress);
	const need = needOf(progress);
	return {
		step,
		record,
		position: progress.current + 1,
		steps: progress.challenge.steps.map((each, index) => stepView(progress, each, index)),
		next: !hasNext(progress) ? { kind: 'end' } : need ? { kind: 'needs', need } : { kind: 'ready' },
		canGoBack: backFrom(progress) >= 0,
		canJump: jumpTarget(progress) >= 0,
		canSkip: step.kind === 'stretch' && need === 'steps_needs_stretch',
		hints: { shown: record.hints, total: hintsOf(step) },
		editable: editableIn(step),
		runnable: record.kind !== 'predict' || record.answer !== null,
		checks: 'checks' in step ? step.checks : null
	};
}

function stepView(progress: Progress, step: Step, index: number): StepView {
	const record = progress.records[index];
	const done = record?.done ?? false;
	const skipped = record?.kind === 'stretch' && record.skipped;
	return { id: step.id, kind: step.kind, done, skipped, state: stateOf(progress, step, index, done) };
}

function stateOf(progress: Progress, step: Step, index: number, done: boolean): StepView['state'] {
	if (index === progress.current) return { kind: 'current' };
	if (mayGoTo(progress, index)) return done ? { kind: 'done' } : { kind: 'open' };
	return { kind: 'locked', why: step.kind === 'decide' ? 'steps_locked_decide' : 'steps_locked_before' };
}

function editableIn(step: Step): LessonView['editable'] {
	switch (step.kind) {
		case 'tune':
		case 'arrange':
			return step.kind;
		case 'build':
		case 'stretch':
			return 'code';
		case 'discover':
		case 'predict':
		case 'decide':
		case 'show':
			return 'none';
	}
}

/** Returns the student's files with the step's files put over them, as `files.open` asks. Save a version of `files` first. */
export function openFiles(challenge: Challenge, language: 'fr' | 'en', step: string, files: Files): Files {
	return { ...files, ...challenge.opens[language][step] };
}
