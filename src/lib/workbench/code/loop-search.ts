import type { Bundle, CheckOptions, Compiler, RunOptions, Sources, Stage } from '#sandbox/contract.ts';
import { checkPathKey, type CheckResult, type Problem, type SourcePlace } from '#sandbox/report.ts';

/** Milliseconds that a search may run longer than the program ran before it hung; guards stop an endless loop within half a second. */
const EXTRA_LOOP_SEARCH_MS = 5000;
/** Longest search for an endless loop, in milliseconds. Until it ends, no message says why the picture stands still. */
const LONGEST_LOOP_SEARCH_MS = 30_000;
/**
 * Milliseconds that a guarded program may be silent. Guards name a loop within half a second, so a shorter silence means a busy
 * machine. Less than `EXTRA_LOOP_SEARCH_MS`, so that a loop that no guard sees is noticed before the search ends.
 */
const GUARDED_SILENCE_LIMIT_MS = 4000;
/** Factor by which a check's time limit is longer with guards, which end loops themselves: the machine may be busy. */
const GUARDED_CHECK_LIMIT_FACTOR = 3;

/** What the search found. `played`: with guards the program went on drawing, so it has no endless loop; the machine was only busy. */
export type LoopSearchResult = { kind: 'found'; place: SourcePlace } | { kind: 'played' } | { kind: 'not-found' };

export class EndlessLoopSearch {
	readonly #stage: Stage;
	readonly #isReplaced: () => boolean;
	readonly #guardedBundle: Promise<Bundle | null>;

	/** `isOver` returns whether newer code has replaced the program; the search then ends without a result. */
	constructor(compiler: Compiler, stage: Stage, sources: Sources, isOver: () => boolean) {
		this.#stage = stage;
		this.#isReplaced = isOver;
		this.#guardedBundle = compiler.compile({ ...sources, guarded: true }).then(
			(compilation) => (compilation.kind === 'bundle' ? compilation.bundle : null),
			() => null
		);
	}

	/** Plays the program again with guards. `ranMs` is the number of milliseconds that the program ran before it hung. */
	async findLoopOnStage(options: RunOptions, ranMs: number): Promise<LoopSearchResult> {
		const bundle = await this.#guardedBundle;
		if (bundle === null || this.#isReplaced()) return { kind: 'not-found' };
		return new Promise((resolve) => {
			let hasDrawn = false;
			const endSearch = (result: LoopSearchResult): void => {
				clearTimeout(timer);
				resolve(result);
				run.stop();
			};
			const run = this.#stage.run(bundle, { ...options, silenceLimit: GUARDED_SILENCE_LIMIT_MS }, (event) => {
				if (event.type === 'drawn') hasDrawn = true;
				else if (event.type === 'error' && event.problem.kind === 'time') {
					const { place } = event.problem;
					endSearch(place === undefined ? { kind: 'not-found' } : { kind: 'found', place });
				} else if (event.type === 'kept' || event.type === 'stopped') endSearch({ kind: 'not-found' });
			});
			const timer = setTimeout(
				() => endSearch({ kind: hasDrawn ? 'played' : 'not-found' }),
				Math.min(ranMs + EXTRA_LOOP_SEARCH_MS, LONGEST_LOOP_SEARCH_MS)
			);
		});
	}

	/**
	 * Runs the checks again with guards, and returns the results with the places of their endless loops. A check that ends this time
	 * has the new result: the machine had been busy.
	 */
	async findLoopsInChecks(results: CheckResult[], options: CheckOptions): Promise<CheckResult[]> {
		const bundle = await this.#guardedBundle;
		if (bundle === null || this.#isReplaced()) return results;
		const timeLimit = options.timeLimit * GUARDED_CHECK_LIMIT_FACTOR;
		const rerunReport = await this.#stage.check(bundle, { ...options, timeLimit });
		const rerunResults = new Map(rerunReport.results.map((result) => [checkPathKey(result.path), result]));
		return results.map((result) => {
			const rerunResult = rerunResults.get(checkPathKey(result.path));
			if (!hasUnlocatedEndlessLoop(result) || rerunResult === undefined) return result;
			if (rerunResult.problem?.kind !== 'time') return rerunResult;
			const { place } = rerunResult.problem;
			return place === undefined ? result : { ...result, problem: { ...result.problem, place } };
		});
	}
}

type TimedOutCheck = Omit<CheckResult, 'problem'> & { problem: Extract<Problem, { kind: 'time' }> };

export function hasUnlocatedEndlessLoop(result: CheckResult): result is TimedOutCheck {
	return result.problem?.kind === 'time' && result.problem.place === undefined;
}
