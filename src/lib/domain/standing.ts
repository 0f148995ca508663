/**
 * Where a student stands in an assignment: the same row for the teacher's board and for the student. Nothing of the code and no keys.
 * Moments are milliseconds since 1970 by the server's clock.
 */
import * as v from 'valibot';
import type { Step, StepKind } from './challenge.ts';
import type { SubmissionState } from './submission.ts';
import { idSchema } from './sync.ts';

export const STANDING_FORMAT = 1;

const MINUTE = 60_000;
/** Nothing new has worked for so long… */
export const STUCK_AFTER = 6 * MINUTE;
/** …though something was done within this. Longer without a sign, and nobody is known to be there. */
export const ACTIVE_WITHIN = 3 * MINUTE;

/** More steps, or checks in one step, than any challenge has. */
const MOST = 200;
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST));
const StepId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

/** What a browser says of where its student stands. Like any report of a browser it is advice: the board shows it and nothing counts it. */
export interface ProgressReport {
	/** The id of the step in view; for a project PROJECT_STEP. */
	step: string;
	/** Ids of the steps that are done. */
	done: string[];
	/** Of the checks of the step in view, and how many it has; 0 of 0 where it has none. */
	passed: number;
	checks: number;
}

/** A project has no steps: it is one. */
export const PROJECT_STEP = 'project';

const reportSchema = v.pipe(
	v.strictObject({
		format: v.literal(STANDING_FORMAT),
		/** Who the browser takes itself to be: a tab of someone who was here before says nothing. */
		account: idSchema,
		step: StepId,
		done: v.pipe(
			v.array(StepId),
			v.maxLength(MOST),
			v.check((ids) => new Set(ids).size === ids.length, 'twice the same')
		),
		passed: Count,
		checks: Count
	}),
	v.check(({ passed, checks }) => passed <= checks, 'more than all')
);
export type SentReport = v.InferOutput<typeof reportSchema>;

const wishSchema = v.strictObject({ format: v.literal(STANDING_FORMAT), account: idSchema, wanted: v.boolean() });
/** A hand that goes up or down. */
export type HelpWish = v.InferOutput<typeof wishSchema>;

export const parseReport = (input: unknown): SentReport | undefined => parse(reportSchema, input);
export const parseWish = (input: unknown): HelpWish | undefined => parse(wishSchema, input);

/**
 * How far someone is, as one number: it rises with each step that is done, and within a step with its checks. Progress is a mark above
 * every mark before: whoever breaks what worked and mends it again has not moved on.
 */
export function markOf({ step, done, passed }: ProgressReport): number {
	return done.length * (MOST + 1) + (done.includes(step) ? 0 : passed);
}

export interface Standing extends ProgressReport {
	lastActivity: number;
	lastProgress: number;
	/** The student asked for help; `seen`: a teacher has said that they saw it. */
	help: { since: number; seen: boolean } | null;
}

export interface Member {
	/** The membership. */
	id: string;
	pseudonym: string;
	/** By which the teacher's browser finds the name. */
	key: string;
}

export interface RowSubmission {
	id: string;
	state: SubmissionState;
	turn: number;
	/** The id of the verdict that counts. Null: none is there. */
	verdict: string | null;
}

export interface ProgressRow {
	/** Who began it first, and the other of a pair. */
	members: [Member] | [Member, Member];
	/** Null: nothing was begun. */
	standing: Standing | null;
	/** The newest one. */
	submission: RowSubmission | null;
}

export type Condition =
	| { kind: 'help'; since: number; seen: boolean }
	/** `since`: the last progress. */
	| { kind: 'stuck'; since: number }
	| { kind: 'working' }
	/** `since`: the last activity. */
	| { kind: 'quiet'; since: number }
	| { kind: 'handed-in'; state: Exclude<SubmissionState, 'returned'> }
	| { kind: 'not-begun' };

/** The rule of the board, whole. What is said of it in words stands in messages under `board_rule`. */
export function conditionOf({ standing, submission }: ProgressRow, now: number): Condition {
	if (standing?.help) return { kind: 'help', ...standing.help };
	// What was returned is worked on again.
	if (submission && submission.state !== 'returned') return { kind: 'handed-in', state: submission.state };
	if (standing === null) return { kind: 'not-begun' };
	const { lastActivity, lastProgress } = standing;
	if (now - lastActivity >= ACTIVE_WITHIN) return { kind: 'quiet', since: lastActivity };
	if (isUnfinished(standing) && now - lastProgress >= STUCK_AFTER) return { kind: 'stuck', since: lastProgress };
	return { kind: 'working' };
}

/** A step that is done may be dwelt on, and a project is never done. */
function isUnfinished({ step, done }: Standing): boolean {
	return step !== PROJECT_STEP && !done.includes(step);
}

/** Who needs help first, whoever waits longest before, and last of them whom a teacher has seen; then who is stuck; then the rest as they were. */
export function inOrder<R extends { condition: Condition }>(rows: readonly R[]): R[] {
	return [...rows].sort((a, b) => urgency(a.condition) - urgency(b.condition) || waited(a.condition, b.condition));
}

function urgency(condition: Condition): number {
	if (condition.kind === 'help') return condition.seen ? 1 : 0;
	return condition.kind === 'stuck' ? 2 : 3;
}

function waited(a: Condition, b: Condition): number {
	const since = (one: Condition): number => (one.kind === 'help' || one.kind === 'stuck' ? one.since : 0);
	return since(a) - since(b);
}

/** One row for two: who works in another's row has none of their own, unless they went on alone since. */
export function withPairs(rows: readonly ProgressRow[]): ProgressRow[] {
	const pairs = new Map(rows.flatMap((row) => (row.members[1] ? [[row.members[1].id, row] as const] : [])));
	return rows.filter(({ members, standing }) => {
		const shared = members[1] === undefined ? pairs.get(members[0].id)?.standing : undefined;
		return !shared || (standing !== null && standing.lastActivity > shared.lastActivity);
	});
}

export type Missing =
	| { kind: 'begin' | 'read' | 'answer' | 'run' | 'decide' | 'hand-in' | 'return' | 'next' | 'nothing' }
	| { kind: 'checks'; missing: number; of: number };

/** What a student lacks now: at the step in view, or after it. */
export function missingOf({ standing, submission }: ProgressRow, steps: readonly Pick<Step, 'id' | 'kind'>[]): Missing {
	if (submission?.state === 'returned') return { kind: 'return' };
	if (submission) return { kind: 'nothing' };
	// Bound to a work, and nothing heard of it yet.
	if (standing === null || standing.step === '') return { kind: 'begin' };
	const { step, done, passed, checks } = standing;
	// A pair of an older version may stand at a step that is gone.
	const at = steps.find(({ id }) => id === step);
	if (at === undefined || at.kind === 'show') return { kind: 'hand-in' };
	if (done.includes(step)) return { kind: steps.every(isOver(done)) ? 'hand-in' : 'next' };
	if (!isChecked(at.kind)) return { kind: UNCHECKED[at.kind] };
	return checks === 0 ? { kind: 'run' } : { kind: 'checks', missing: checks - passed, of: checks };
}

const UNCHECKED = { discover: 'read', predict: 'answer', decide: 'decide', show: 'hand-in' } as const;
const isChecked = (kind: StepKind): kind is Exclude<StepKind, keyof typeof UNCHECKED> => !(kind in UNCHECKED);
/** Stretch may be left out, and showing is what handing in is for. */
const isOver =
	(done: readonly string[]) =>
	({ id, kind }: Pick<Step, 'id' | 'kind'>): boolean =>
		kind === 'stretch' || kind === 'show' || done.includes(id);

function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined {
	const result = v.safeParse(schema, input);
	return result.success ? result.output : undefined;
}
