/** JSON messages between the parts of the judge about one task. */
import type { Sources } from '../contract.ts';
import type { CheckResult, Limits, Problem } from '../report.ts';

/** Which realm of an attempt something belongs to. */
export type Side = 'program' | 'checks';

export interface LoadProblem {
	problem: Problem;
	side: Side;
}

interface CheckFile {
	path: string;
	under: string[];
}

export interface RealmPlan {
	program: string;
	files: CheckFile[];
	timeLimit: number;
	seed: number;
	skip: string[][];
	plansOnly: boolean;
}

export type RealmMessage =
	| { type: 'seed' }
	| { type: 'loaded' }
	| { type: 'planned'; file: string; paths: string[][] }
	| { type: 'begun'; path: string[]; timeLimit: number }
	| { type: 'result'; result: CheckResult }
	| { type: 'finished'; load?: LoadProblem };

export interface ToJudge {
	sources: Sources;
	files: CheckFile[];
	limits: Limits;
	seed: number;
}

export interface Task extends Omit<ToJudge, 'sources'> {
	programCode: string;
	checksCode: string;
	program: string;
	/** Ends the task at a fatal problem, leaving checks that have not begun without a result. */
	stopsWhenFatal?: boolean;
}

/** One run of a task in a fresh pair of engines, without checks reported before. */
export interface Attempt {
	task: Task;
	skip: string[][];
	/** Milliseconds of processor time left for all checks. */
	left: number;
	plansOnly: boolean;
}

export type FromAttempt =
	/** A check or the loading begins. `limit` is the limit to report and `within` the milliseconds of processor time allowed. */
	| { type: 'phase'; path?: string[]; side: Side; limit: number; within: number; worked: Worked }
	| { type: 'planned'; file: string; paths: string[][] }
	| { type: 'result'; result: CheckResult }
	| { type: 'ended'; load?: LoadProblem; fatal?: Problem; worked: Worked };

/** Processor time of an attempt, and its thread's number where the system measures threads. */
export interface Worked {
	milliseconds: number;
	thread: string | null;
}

export interface TaskOutcome {
	results: CheckResult[];
	planned: { file: string; paths: string[][] }[];
	load?: LoadProblem;
	/** Milliseconds. */
	duration: number;
}
