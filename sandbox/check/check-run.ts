/** The options of a run of checks: the checks, their limits and the realm that hosts them. */
import type { CheckResult, ConsoleEntry, SourcePlace } from '../report.ts';
import type { CheckModule } from './module.ts';

export interface CheckHost {
	/** Milliseconds since an arbitrary moment. */
	now(): number;
	/** Sets a timer. Without this function, a check that waits for ever can only be ended from outside. */
	setTimer?(callback: () => void, milliseconds: number): unknown;
	clearTimer?(timer: unknown): void;
	seedRandom?(seed: number): void;
	takeConsoleEntries?(): ConsoleEntry[];
	placeOf?(error: unknown): SourcePlace | undefined;
}

export interface CheckRunOptions {
	module: CheckModule;
	checkFiles: {
		file: string;
		/** Titles under which the file's checks stand in the report, outermost first. */
		titlesAbove?: string[];
		evaluate(): void;
	}[];
	host: CheckHost;
	/** Milliseconds for each check without a limit of its own. Endless loops have to be ended from outside. */
	timeLimit: number;
	seed: number;
	isSelected?(path: string[]): boolean;
	/** Checks to leave out, because an earlier run reported them. */
	skippedPaths?: string[][];
	isPlanOnly?: boolean;
	onPlan?(paths: string[][]): void;
	/** Called before each check, so that a watchdog can name the check that it ends. */
	onStart?(path: string[], timeLimit: number): void;
	onResult?(result: CheckResult): void;
}
