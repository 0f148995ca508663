import type { AdjustableValue, Challenge, Step, StepKind } from '#lib/domain/challenge.ts';
import type { Decision, Decisions } from '#lib/domain/work.ts';
import type { WrittenExample } from '#lib/domain/written-example.ts';
import type { Problem } from '#sandbox/report.ts';

/** Result of the call after a prediction; a problem counts as a result too. */
export type ProgramCallResult = { kind: 'value'; shown: string } | { kind: 'problem'; problem: Problem };

interface StepRecordBase {
	/** Whether the student has been at the step or skipped it, and so may return at any time. */
	reached: boolean;
	/** Whether the step's files were opened once, so that entering again does not overwrite later work. */
	opened: boolean;
	done: boolean;
	hints: number;
}

export type StepRecord = StepRecordBase &
	(
		| { kind: 'discover' | 'build' | 'decide' | 'show' }
		| { kind: 'predict'; answer: string | null; returned: ProgramCallResult | null }
		| { kind: 'tune'; values: Record<string, number> }
		/** `placed`: the lines arranged so far; null before the first move. */
		| { kind: 'arrange'; placed: string[] | null }
		| { kind: 'stretch'; skipped: boolean }
		| { kind: 'catch'; examples: WrittenExample[] }
	);

export type SavedStep = StepRecord & { id: string };

export interface LessonProgress {
	challenge: Challenge;
	currentIndex: number;
	records: StepRecord[];
	/** Whether the decision is open. A passed build step or a teacher opens it; without a build step it is open from the start. */
	isDecisionOpen: boolean;
	decision: Decision | null;
	otherDecisions: Decisions;
	/** Account of the other student at this machine, who decides too; null for a student alone. */
	otherAccount: string | null;
	/** Records of steps that this challenge version no longer has, kept because they hold a student's answers. */
	leftoverRecords: SavedStep[];
}

export type StepNeed =
	| 'steps_needs_answer'
	| 'steps_needs_call'
	| 'steps_needs_tune'
	| 'steps_needs_arrange'
	| 'steps_needs_build'
	| 'steps_needs_stretch'
	| 'steps_needs_example'
	| 'steps_needs_decision'
	| 'steps_needs_both'
	| 'steps_needs_first_build';

export function createStepRecord(kind: StepKind): StepRecord {
	const emptyBase = { reached: false, opened: false, done: false, hints: 0 };
	switch (kind) {
		case 'predict':
			return { ...emptyBase, kind, answer: null, returned: null };
		case 'tune':
			return { ...emptyBase, kind, values: {} };
		case 'arrange':
			return { ...emptyBase, kind, placed: null };
		case 'stretch':
			return { ...emptyBase, kind, skipped: false };
		case 'catch':
			return { ...emptyBase, kind, examples: [] };
		case 'discover':
		case 'build':
		case 'decide':
		case 'show':
			return { ...emptyBase, kind };
	}
}

export type StudentDecisions = Pick<LessonProgress, 'decision' | 'otherDecisions' | 'otherAccount'>;

const NO_DECISIONS: StudentDecisions = { decision: null, otherDecisions: {}, otherAccount: null };

export function beginLesson(challenge: Challenge, studentDecisions: StudentDecisions = NO_DECISIONS): LessonProgress {
	return {
		challenge,
		currentIndex: 0,
		records: challenge.steps.map((step) => createStepRecord(step.kind)),
		isDecisionOpen: !challenge.steps.some((step) => step.kind === 'build'),
		...studentDecisions,
		leftoverRecords: []
	};
}

export function currentStep(progress: LessonProgress): Step {
	const step = progress.challenge.steps[progress.currentIndex];
	if (!step) throw new Error(`The challenge ${progress.challenge.id} has no step ${progress.currentIndex}`);
	return step;
}

export function currentRecord(progress: LessonProgress): StepRecord {
	const record = progress.records[progress.currentIndex];
	if (!record) throw new Error(`The lesson ${progress.challenge.id} has no record of step ${progress.currentIndex}`);
	return record;
}

export function needOfStep(progress: LessonProgress): StepNeed | null {
	const record = currentRecord(progress);
	const next = progress.challenge.steps[progress.currentIndex + 1];
	return (
		needOfRecord(progress, record) ??
		(next?.kind === 'decide' && !progress.isDecisionOpen ? 'steps_needs_first_build' : null)
	);
}

/** Who makes a decision: the signed-in student, or the other student beside them. */
export type DecidingPerson = 'self' | 'beside';

export function decisionOfPerson(
	{ decision, otherDecisions, otherAccount }: StudentDecisions,
	who: DecidingPerson
): Decision | null {
	if (who === 'self') return decision;
	return otherAccount === null ? null : (otherDecisions[otherAccount] ?? null);
}

/** Tells whether a student has decided: a chosen option or a written position is enough. */
export function hasDecided(studentDecisions: StudentDecisions, who: DecidingPerson): boolean {
	const decision = decisionOfPerson(studentDecisions, who);
	return decision !== null && (decision.option !== null || decision.position.trim() !== '');
}

export function haveAllDecided(studentDecisions: StudentDecisions): boolean {
	return (
		hasDecided(studentDecisions, 'self') &&
		(studentDecisions.otherAccount === null || hasDecided(studentDecisions, 'beside'))
	);
}

function needOfRecord(progress: LessonProgress, record: StepRecord): StepNeed | null {
	switch (record.kind) {
		case 'discover':
		case 'show':
			return null;
		case 'predict':
			if (record.returned) return null;
			return record.answer === null ? 'steps_needs_answer' : 'steps_needs_call';
		case 'tune':
			return record.done ? null : 'steps_needs_tune';
		case 'arrange':
			return record.done ? null : 'steps_needs_arrange';
		case 'build':
			return record.done ? null : 'steps_needs_build';
		case 'stretch':
			return record.done || record.skipped ? null : 'steps_needs_stretch';
		case 'catch':
			return record.done ? null : 'steps_needs_example';
		case 'decide':
			// A student who joined later has to decide, even if the other completed the step.
			if (progress.otherAccount !== null) return haveAllDecided(progress) ? null : 'steps_needs_both';
			return record.done ? null : 'steps_needs_decision';
	}
}

export function hasNextStep(progress: LessonProgress): boolean {
	return progress.currentIndex + 1 < progress.challenge.steps.length;
}

/** Returns the index of the nearest reached step before the one in view; -1 when there is none. */
export function findPreviousReachedStepIndex(progress: LessonProgress): number {
	return progress.records.findLastIndex((record, index) => index < progress.currentIndex && record.reached);
}

export function mayGoToStep(progress: LessonProgress, index: number): boolean {
	const record = progress.records[index];
	if (!record || index === progress.currentIndex) return false;
	const followsDoneStep =
		progress.records[index - 1]?.reached === true && needOfStep({ ...progress, currentIndex: index - 1 }) === null;
	return record.reached || followsDoneStep || (record.kind === 'decide' && progress.isDecisionOpen);
}

export function mustOpenStepFiles(progress: LessonProgress): boolean {
	if (currentRecord(progress).opened) return false;
	return hasFilesToOpen(currentStep(progress), progress.records.slice(0, progress.currentIndex));
}

/** Tells whether a step opens files of its own. A step that opens on `jump` does so only when a step before it was not completed. */
export function hasFilesToOpen({ opens }: Pick<Step, 'opens'>, passedRecords: readonly StepRecord[]): boolean {
	return opens === 'always' || (opens === 'jump' && passedRecords.some(isRecordOfIncompleteTask));
}

function isRecordOfIncompleteTask(record: StepRecord): boolean {
	return (record.kind === 'tune' || record.kind === 'arrange' || record.kind === 'build') && !record.done;
}

/** Returns the index to which "I know this" leads: the first build step ahead in a green challenge; -1 where it is not offered. */
export function findJumpTargetStepIndex(progress: LessonProgress): number {
	if (progress.challenge.piste !== 'green') return -1;
	const buildIndex = progress.challenge.steps.findIndex((step) => step.kind === 'build');
	return buildIndex > progress.currentIndex ? buildIndex : -1;
}

export function isAllowedTunedValue(adjustable: AdjustableValue | undefined, value: number): boolean {
	return adjustable !== undefined && Number.isFinite(value) && value >= adjustable.min && value <= adjustable.max;
}

export function hintCountOf(step: Step): number {
	return 'hints' in step ? step.hints : 0;
}
