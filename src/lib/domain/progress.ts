/** A student's progress in an assignment: the rules of the board and of the student's own row. */
import type { Step, StepKind } from './challenge.ts';
import type { SubmissionState } from './submission.ts';

const MINUTE_MILLISECONDS = 60_000;
/** A student is stuck after this long without progress, in milliseconds, … */
export const STUCK_AFTER = 6 * MINUTE_MILLISECONDS;
/** …if they were active within this time. Without a sign for longer, the student may have left. */
export const ACTIVE_WITHIN = 3 * MINUTE_MILLISECONDS;

/** More steps, or checks in one step, than any challenge has. */
export const MOST_CHECKS = 200;

/** A browser's claim about its student's progress, without code or keys. Advice only: the board shows it, no result depends on it. */
export interface ProgressReport {
	/** The id of the step in view, or PROJECT_STEP for a project. */
	step: string;
	done: string[];
	/** Passed checks and all checks of the step in view; 0 of 0 where it has none. */
	passed: number;
	checks: number;
}

/** A project has no steps and counts as one. */
export const PROJECT_STEP = 'project';

/**
 * Returns progress as one number that rises with each completed step and, within a step, with passed checks. Only a new maximum
 * is progress: breaking and mending the same check is not.
 */
export function progressScore({ step, done, passed }: ProgressReport): number {
	return done.length * (MOST_CHECKS + 1) + (done.includes(step) ? 0 : passed);
}

/** Progress as the server knows it. Moments are milliseconds since 1970 by the server's clock. */
export interface StudentProgress extends ProgressReport {
	lastActivity: number;
	lastProgress: number;
	/** The student asked for help; `seen` once a teacher has acknowledged it. */
	help: { since: number; seen: boolean } | null;
}

export interface BoardMember {
	/** The membership's id. */
	id: string;
	pseudonym: string;
	/** Key under which the teacher's browser finds the real name. */
	key: string;
}

export interface RowSubmission {
	id: string;
	state: SubmissionState;
	turn: number;
	/** Id of the verdict that counts; null when there is none. */
	verdict: string | null;
}

export interface ProgressRow {
	/** The student who first began the work, then the other of a pair. */
	members: [BoardMember] | [BoardMember, BoardMember];
	/** Null when no work was begun. */
	progress: StudentProgress | null;
	submission: RowSubmission | null;
}

export type RowCondition =
	| { kind: 'help'; since: number; seen: boolean }
	/** `since`: the last progress. */
	| { kind: 'stuck'; since: number }
	| { kind: 'working' }
	/** `since`: the last activity. */
	| { kind: 'quiet'; since: number }
	| { kind: 'handed-in'; state: Exclude<SubmissionState, 'returned'> }
	| { kind: 'not-begun' };

/** Derives the condition that the board shows. The rule is explained to teachers in messages under `board_rule`. */
export function conditionOf({ progress, submission }: ProgressRow, now: number): RowCondition {
	if (progress?.help) return { kind: 'help', ...progress.help };
	// Students work on a returned submission again.
	if (submission && submission.state !== 'returned') return { kind: 'handed-in', state: submission.state };
	if (progress === null) return { kind: 'not-begun' };
	const { lastActivity, lastProgress } = progress;
	if (now - lastActivity >= ACTIVE_WITHIN) return { kind: 'quiet', since: lastActivity };
	if (isUnfinished(progress) && now - lastProgress >= STUCK_AFTER) return { kind: 'stuck', since: lastProgress };
	return { kind: 'working' };
}

/** A student may stay at a completed step, and a project is never finished. */
function isUnfinished({ step, done }: StudentProgress): boolean {
	return step !== PROJECT_STEP && !done.includes(step);
}

/** Sorts unseen requests for help first, then seen ones, then stuck students, each longest wait first; others keep their order. */
export function sortByUrgency<R extends { condition: RowCondition }>(rows: readonly R[]): R[] {
	return [...rows].sort(
		(a, b) => urgencyOf(a.condition) - urgencyOf(b.condition) || compareWaiting(a.condition, b.condition)
	);
}

function urgencyOf(condition: RowCondition): number {
	if (condition.kind === 'help') return condition.seen ? 1 : 0;
	return condition.kind === 'stuck' ? 2 : 3;
}

function compareWaiting(a: RowCondition, b: RowCondition): number {
	const since = (one: RowCondition): number => (one.kind === 'help' || one.kind === 'stuck' ? one.since : 0);
	return since(a) - since(b);
}

/** Drops the second pair member's own row, unless they have worked alone since the pair's last activity. */
export function mergePairRows(rows: readonly ProgressRow[]): ProgressRow[] {
	const pairs = new Map(rows.flatMap((row) => (row.members[1] ? [[row.members[1].id, row] as const] : [])));
	return rows.filter(({ members, progress }) => {
		const shared = members[1] === undefined ? pairs.get(members[0].id)?.progress : undefined;
		return !shared || (progress !== null && progress.lastActivity > shared.lastActivity);
	});
}

export type MissingPart =
	| { kind: 'begin' | 'read' | 'answer' | 'run' | 'decide' | 'hand-in' | 'return' | 'next' | 'nothing' }
	| { kind: 'checks'; missing: number; of: number };

/** Returns the next thing a student has to do, at the step in view or after it. */
export function missingPartOf(
	{ progress, submission }: ProgressRow,
	steps: readonly Pick<Step, 'id' | 'kind'>[]
): MissingPart {
	if (submission?.state === 'returned') return { kind: 'return' };
	if (submission) return { kind: 'nothing' };
	// The work is bound to the assignment, but no report has arrived yet.
	if (progress === null || progress.step === '') return { kind: 'begin' };
	const { step, done, passed, checks } = progress;
	// The pinned version may no longer have the reported step.
	const at = steps.find(({ id }) => id === step);
	if (at === undefined || at.kind === 'show') return { kind: 'hand-in' };
	if (done.includes(step)) return { kind: steps.every(isOver(done)) ? 'hand-in' : 'next' };
	if (!isChecked(at.kind)) return { kind: WHAT_IS_MISSING[at.kind] };
	return checks === 0 ? { kind: 'run' } : { kind: 'checks', missing: checks - passed, of: checks };
}

const WHAT_IS_MISSING = { discover: 'read', predict: 'answer', decide: 'decide', show: 'hand-in' } as const;
const isChecked = (kind: StepKind): kind is Exclude<StepKind, keyof typeof WHAT_IS_MISSING> =>
	!(kind in WHAT_IS_MISSING);
/** Stretch is optional, and the hand-in completes show. */
const isOver =
	(done: readonly string[]) =>
	({ id, kind }: Pick<Step, 'id' | 'kind'>): boolean =>
		kind === 'stretch' || kind === 'show' || done.includes(id);
