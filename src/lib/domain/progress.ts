import type { CaughtMutantCount } from './verdict.ts';
import type { Step, StepKind } from './challenge.ts';
import type { SubmissionState } from './submission.ts';
import * as v from 'valibot';

const MINUTE_MILLISECONDS = 60_000;
/** Milliseconds without progress after which a student counts as stuck, if they were active lately. */
export const STUCK_AFTER_MILLISECONDS = 6 * MINUTE_MILLISECONDS;
/**
 * Milliseconds since the last sign of activity within which a student counts as active. Without a sign for longer, the student may have
 * left.
 */
export const ACTIVE_WITHIN_MILLISECONDS = 3 * MINUTE_MILLISECONDS;

/** Upper limit of a challenge's steps, and of the checks of one step; no challenge comes near it. */
export const MOST_STEPS_OR_STEP_CHECKS = 200;

/** A browser's report of its student's progress, without code or keystrokes. The board shows it; no result depends on it. */
export interface ProgressReport {
	/** Id of the step in view, or PROJECT_STEP_ID for a project. */
	step: string;
	done: string[];
	/**
	 * Numbers of passed checks and of all checks of the step in view; both 0 where it has none. In a step "catch", both are the
	 * number of examples written.
	 */
	passed: number;
	checks: number;
}

/** Id that stands for the only step of a project, since projects have no steps of their own. */
export const PROJECT_STEP_ID = 'project';

/**
 * Returns progress as one number, which rises with each finished step and, within a step, with passed checks. Only a new maximum counts as
 * progress: breaking and mending the same check does not.
 */
export function computeProgressScore({ step, done, passed }: ProgressReport): number {
	return done.length * (MOST_STEPS_OR_STEP_CHECKS + 1) + (done.includes(step) ? 0 : passed);
}

/** Progress as the server knows it. Moments are milliseconds since 1970 by the server's clock. */
export interface StudentProgress extends ProgressReport {
	lastActivity: number;
	lastProgress: number;
	/** The student's request for help; `seen` once a teacher has marked it. Null without a request. */
	help: { since: number; seen: boolean } | null;
}

export interface BoardMember {
	id: string;
	pseudonym: string;
	/** Key under which the teacher's browser finds the real name. */
	key: string;
}

export interface BoardRowSubmission {
	id: string;
	state: SubmissionState;
	turn: number;
	/** Id of the verdict that counts; null when there is no verdict. */
	verdict: string | null;
	/** Number of wrong programs that the student's examples caught; null before the verdict, and where there is nothing to catch. */
	caught?: CaughtMutantCount | null | undefined;
}

export interface ProgressRow {
	/** The student who first began the work; in a pair, then the other student. */
	members: [BoardMember] | [BoardMember, BoardMember];
	progress: StudentProgress | null;
	submission: BoardRowSubmission | null;
}

export type BoardRowCondition =
	| { kind: 'help'; since: number; seen: boolean }
	/** `since`: moment of the last progress. */
	| { kind: 'stuck'; since: number }
	| { kind: 'working' }
	/** `since`: moment of the last activity. */
	| { kind: 'quiet'; since: number }
	| { kind: 'handed-in'; state: Exclude<SubmissionState, 'returned'> }
	| { kind: 'not-begun' };

/** Returns a row's condition as the board shows it. Messages under `board_rule` explain the rule to teachers. */
export function boardRowConditionOf({ progress, submission }: ProgressRow, now: number): BoardRowCondition {
	if (progress?.help) return { kind: 'help', ...progress.help };
	// A returned submission does not count as handed in, because its students work on it again.
	if (submission && submission.state !== 'returned') return { kind: 'handed-in', state: submission.state };
	if (progress === null) return { kind: 'not-begun' };
	const { lastActivity, lastProgress } = progress;
	if (now - lastActivity >= ACTIVE_WITHIN_MILLISECONDS) return { kind: 'quiet', since: lastActivity };
	if (isStepUnfinished(progress) && now - lastProgress >= STUCK_AFTER_MILLISECONDS)
		return { kind: 'stuck', since: lastProgress };
	return { kind: 'working' };
}

/** Tells whether the step in view is unfinished. A student may stay at a finished step; a project is never unfinished. */
function isStepUnfinished({ step, done }: StudentProgress): boolean {
	return step !== PROJECT_STEP_ID && !done.includes(step);
}

/**
 * Sorts rows: unseen requests for help first, then seen ones, then stuck students; within each group, who has waited longest
 * comes first. Other rows keep their order.
 */
export function sortRowsByUrgency<R extends { condition: BoardRowCondition }>(rows: readonly R[]): R[] {
	return [...rows].sort(
		(a, b) => rankUrgency(a.condition) - rankUrgency(b.condition) || compareWaitingSince(a.condition, b.condition)
	);
}

function rankUrgency(condition: BoardRowCondition): number {
	if (condition.kind === 'help') return condition.seen ? 1 : 0;
	return condition.kind === 'stuck' ? 2 : 3;
}

function compareWaitingSince(a: BoardRowCondition, b: BoardRowCondition): number {
	const waitingSinceOf = (one: BoardRowCondition): number =>
		one.kind === 'help' || one.kind === 'stuck' ? one.since : 0;
	return waitingSinceOf(a) - waitingSinceOf(b);
}

/**
 * Leaves out the separate row of a pair's second student, unless that student has worked alone since the pair's last activity.
 */
export function mergePairRows(rows: readonly ProgressRow[]): ProgressRow[] {
	const pairRowBySecondId = new Map(rows.flatMap((row) => (row.members[1] ? [[row.members[1].id, row] as const] : [])));
	return rows.filter(({ members, progress }) => {
		const pairProgress = members[1] === undefined ? pairRowBySecondId.get(members[0].id)?.progress : undefined;
		return !pairProgress || (progress !== null && progress.lastActivity > pairProgress.lastActivity);
	});
}

export type NextTask =
	| { kind: 'begin' | 'read' | 'answer' | 'example' | 'run' | 'decide' | 'hand-in' | 'return' | 'next' | 'nothing' }
	| { kind: 'checks'; missing: number; of: number };

export function findNextTask(
	{ progress, submission }: ProgressRow,
	steps: readonly Pick<Step, 'id' | 'kind'>[]
): NextTask {
	if (submission?.state === 'returned') return { kind: 'return' };
	if (submission) return { kind: 'nothing' };
	// No work was begun, or its browser has sent no report yet.
	if (progress === null || progress.step === '') return { kind: 'begin' };
	const { step, done, passed, checks } = progress;
	// The reported step may be missing in the pinned version.
	const at = steps.find(({ id }) => id === step);
	if (at === undefined || at.kind === 'show') return { kind: 'hand-in' };
	if (done.includes(step)) return { kind: steps.every(isStepOver(done)) ? 'hand-in' : 'next' };
	if (!hasStepKindChecks(at.kind)) return { kind: TASK_BY_STEP_KIND[at.kind] };
	return checks === 0 ? { kind: 'run' } : { kind: 'checks', missing: checks - passed, of: checks };
}

const TASK_BY_STEP_KIND = {
	discover: 'read',
	predict: 'answer',
	catch: 'example',
	decide: 'decide',
	show: 'hand-in'
} as const;
const hasStepKindChecks = (kind: StepKind): kind is Exclude<StepKind, keyof typeof TASK_BY_STEP_KIND> =>
	!(kind in TASK_BY_STEP_KIND);
/** Tells whether a step needs no more work: stretch is optional, and show ends with the hand-in. */
const isStepOver =
	(done: readonly string[]) =>
	({ id, kind }: Pick<Step, 'id' | 'kind'>): boolean =>
		kind === 'stretch' || kind === 'show' || done.includes(id);

/** Largest number of students whom classmates could identify as a group: figures hide such groups. */
const LARGEST_HIDDEN_GROUP = 2;

/** Smallest number of students of a class whose progress is shown: figures of a smaller class would reveal single students. */
export const FEWEST_STUDENTS_SHOWN = 2 * LARGEST_HIDDEN_GROUP + 1;

const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
export const classProgressSchema = v.object({
	students: countSchema,
	steps: v.array(v.object({ id: v.string(), reached: countSchema, done: countSchema })),
	handedIn: countSchema
});
export type ClassProgress = v.InferOutput<typeof classProgressSchema>;

export function countClassProgress(rows: readonly ProgressRow[], steps: readonly string[]): ClassProgress {
	const students = countRowMembers(rows);
	const countPeopleWhere = (where: (row: ProgressRow) => boolean) =>
		countWithoutSmallGroups(countRowMembers(rows.filter(where)), students);
	return {
		students,
		steps: steps.map((id, at) => ({
			id,
			reached: countPeopleWhere((row) => findFurthestStepIndex(row, steps) >= at),
			done: countPeopleWhere(({ progress }) => progress?.done.includes(id) ?? false)
		})),
		handedIn: countPeopleWhere(({ submission }) => submission !== null && submission.state !== 'returned')
	};
}

const countRowMembers = (rows: readonly ProgressRow[]): number =>
	rows.reduce((sum, { members }) => sum + members.length, 0);

/** Returns the index of the furthest step that a row's students reached; -1 when they reached none. */
function findFurthestStepIndex({ progress }: ProgressRow, steps: readonly string[]): number {
	if (progress === null) return -1;
	return Math.max(steps.indexOf(progress.step), ...progress.done.map((id) => steps.indexOf(id)));
}

/** Hides small groups: one or two students count as none, and all but one or two as all. */
function countWithoutSmallGroups(count: number, of: number): number {
	if (of - count <= LARGEST_HIDDEN_GROUP) return of;
	return count <= LARGEST_HIDDEN_GROUP ? 0 : count;
}
