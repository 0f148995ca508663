import type { Bundle, CheckOptions, Stage } from '#sandbox/contract.ts';
import { type CheckResult, type Problem, type Report, checkPathKey } from '#sandbox/report.ts';
import { hasUnlocatedEndlessLoop, type EndlessLoopSearch } from './loop-search.ts';
import { CHALLENGE_RANDOM_SEED } from './staged-program.ts';

function mergeCheckResults(earlierResults: CheckResult[], newerResults: CheckResult[]): CheckResult[] {
	const reportedKeys = new Set(newerResults.map(({ path }) => checkPathKey(path)));
	return [...earlierResults.filter(({ path }) => !reportedKeys.has(checkPathKey(path))), ...newerResults];
}

/**
 * Milliseconds for one check. Generous, because a busy machine can stall a worker for half a second, and a right program must not be called
 * endless.
 */
const SINGLE_CHECK_LIMIT_MS = 1500;
const ALL_CHECKS_LIMIT_MS = 5000;

export interface CheckedAttempt {
	bundle: Bundle;
	isReplaced: () => boolean;
	isCurrent: () => boolean;
	loopSearch: () => EndlessLoopSearch;
}

export class ProgramChecks {
	/** After an edit the old results stay, marked as stale, until newer ones come. */
	results = $state.raw<CheckResult[]>([]);
	loadProblem = $state.raw<Problem | null>(null);
	isRunning = $state(false);
	isSearchingLoop = $state(false);
	areResultsStale = $state(false);
	readonly #stage: Stage;

	constructor(stage: Stage) {
		this.#stage = stage;
	}

	/** Runs the checks of a file. Resolves to null when a newer attempt has replaced this one. */
	async runChecks(file: string, attempt: CheckedAttempt): Promise<Report | null> {
		this.isRunning = true;
		const earlierResults = this.results;
		const newResults: CheckResult[] = [];
		const options = {
			checkFilePaths: [file],
			seed: CHALLENGE_RANDOM_SEED,
			timeLimit: SINGLE_CHECK_LIMIT_MS,
			totalLimit: ALL_CHECKS_LIMIT_MS
		};
		const report = await this.#stage.check(attempt.bundle, {
			...options,
			onResult: (result) => {
				if (attempt.isReplaced()) return;
				newResults.push(result);
				this.results = mergeCheckResults(earlierResults, newResults);
			}
		});
		if (attempt.isReplaced()) return null;
		this.isRunning = false;
		this.loadProblem = report.load ?? null;
		// No check has run, so the earlier results stay, marked as stale.
		if (report.load && report.results.length === 0) this.areResultsStale = this.results.length > 0;
		else {
			this.results = report.results;
			this.areResultsStale = !attempt.isCurrent();
		}
		if (report.results.some(hasUnlocatedEndlessLoop)) void this.#findPlacesOfLoops(report.results, attempt, options);
		return report;
	}

	async #findPlacesOfLoops(results: CheckResult[], attempt: CheckedAttempt, options: CheckOptions): Promise<void> {
		this.isSearchingLoop = true;
		const locatedResults = await attempt.loopSearch().findLoopsInChecks(results, options);
		if (attempt.isReplaced()) return;
		this.isSearchingLoop = false;
		if (this.results === results) this.results = locatedResults;
	}

	/** Records that no checks run any more: those of a replaced attempt never report their end. */
	stop(): void {
		this.isRunning = false;
		this.isSearchingLoop = false;
	}

	forgetResults(): void {
		this.stop();
		this.results = [];
		this.loadProblem = null;
		this.areResultsStale = false;
	}

	markResultsStale(): void {
		this.loadProblem = null;
		if (this.results.length > 0) this.areResultsStale = true;
	}
}
