import type { Sources } from '../contract.ts';
import type { CheckResult, JudgeLimits, Problem } from '../report.ts';

export type RealmName = 'program' | 'checks';

export interface LoadProblem {
	problem: Problem;
	side: RealmName;
}

interface CheckFile {
	path: string;
	titlesAbove: string[];
}

export interface ChecksRealmPlan {
	program: string;
	files: CheckFile[];
	timeLimit: number;
	seed: number;
	skippedPaths: string[][];
	isPlanOnly: boolean;
}

export type ChecksRealmMessage =
	| { type: 'seed' }
	| { type: 'loaded' }
	| { type: 'planned'; file: string; paths: string[][] }
	| { type: 'begun'; path: string[]; timeLimit: number }
	| { type: 'result'; result: CheckResult }
	| { type: 'finished'; loadProblem?: LoadProblem };

export interface UncompiledTask {
	sources: Sources;
	files: CheckFile[];
	limits: JudgeLimits;
	seed: number;
	/** Ends the task at a fatal problem, leaving checks that have not begun without a result. */
	stopsWhenFatal?: boolean;
}

export interface JudgeTask extends Omit<UncompiledTask, 'sources'> {
	programCode: string;
	checksCode: string;
	program: string;
}

/** One run of a task in a fresh pair of engines, without checks reported before. */
export interface TaskAttempt {
	task: JudgeTask;
	skippedPaths: string[][];
	/** Milliseconds of processor time that are left for all checks. */
	remainingMilliseconds: number;
	isPlanOnly: boolean;
	/** Characters that the checks may still write on their consoles. */
	consoleCharactersLeft: number;
}

export interface AttemptPhase {
	path?: string[];
	side: RealmName;
	/** The limit that a report names when the phase exceeds it, in milliseconds. */
	limit: number;
	/** Processor time. */
	allowedMilliseconds: number;
	processorTimeUsed: ProcessorTime;
}

export type AttemptMessage =
	| { type: 'phase'; phase: AttemptPhase }
	| { type: 'planned'; file: string; paths: string[][] }
	| { type: 'result'; result: CheckResult; consoleCharacters: number; phase: AttemptPhase }
	| { type: 'ended'; loadProblem?: LoadProblem; fatal?: Problem; processorTimeUsed: ProcessorTime };

export interface ProcessorTime {
	milliseconds: number;
	thread: string | null;
}

export interface TaskOutcome {
	results: CheckResult[];
	filePlans: { file: string; paths: string[][] }[];
	loadProblem?: LoadProblem;
	duration: number;
}
