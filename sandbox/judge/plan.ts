/** What the parts of the judge say to each other about one judgement. All of it is JSON. */
import type { Sources } from '../index.ts';
import type { CheckResult, Limits, Problem } from '../report.ts';

/** Who broke while loading. */
export type Side = 'program' | 'checks';

export interface LoadProblem {
	problem: Problem;
	side: Side;
}

export interface CheckFile {
	path: string;
	/** What its checks stand under in the report. */
	under: string[];
}

/** For the checks' half. */
export interface RealmPlan {
	/** The program's module that is loaded first. */
	program: string;
	files: CheckFile[];
	timeLimit: number;
	seed: number;
	skip: string[][];
	plansOnly: boolean;
}

/** What the checks' half says. */
export type RealmMessage =
	| { type: 'seed' }
	| { type: 'loaded' }
	| { type: 'planned'; file: string; paths: string[][] }
	| { type: 'begun'; path: string[]; timeLimit: number }
	| { type: 'result'; result: CheckResult }
	| { type: 'finished'; load?: LoadProblem };

/** One judgement, as the judge's process gets it. */
export interface ToJudge {
	sources: Sources;
	files: CheckFile[];
	limits: Limits;
	seed: number;
}

/** The same, compiled, as a worker gets it. */
export interface Task extends Omit<ToJudge, 'sources'> {
	programCode: string;
	checksCode: string;
	program: string;
	/** Something fatal ends the task: whatever had not begun has no result. */
	stopsWhenFatal?: boolean;
}

/** One run of a task through a fresh pair, without what was reported before. */
export interface Attempt {
	task: Task;
	skip: string[][];
	/** Milliseconds of work that are left for all. */
	left: number;
	/** Says what there is to check, and runs none of it. */
	plansOnly: boolean;
}

/** What a worker says of an attempt. */
export type FromAttempt =
	/** What begins, the limit it has, and after how many milliseconds of work it is to be over. */
	| { type: 'phase'; path?: string[]; side: Side; limit: number; within: number; worked: Worked }
	| { type: 'planned'; file: string; paths: string[][] }
	| { type: 'result'; result: CheckResult }
	| { type: 'ended'; load?: LoadProblem; fatal?: Problem; worked: Worked };

/** How many milliseconds an attempt has worked, and the thread that did, where the system measures threads. */
export interface Worked {
	milliseconds: number;
	thread: string | null;
}

/** What came of a task. */
export interface TaskOutcome {
	results: CheckResult[];
	/** Which checks each file described. */
	planned: { file: string; paths: string[][] }[];
	load?: LoadProblem;
	/** Milliseconds. */
	duration: number;
}
