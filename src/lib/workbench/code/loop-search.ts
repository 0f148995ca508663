/** Runs a hung program once more, with guards in its loops, to find the endless loop. */
import type { Bundle, CheckOptions, Compiler, RunOptions, Sources, Stage } from '#sandbox/contract.ts';
import { checkPathKey, type CheckResult, type Problem, type SourcePlace } from '#sandbox/report.ts';

/** Milliseconds that a search may run longer than the program ran before it hung; guards stop an endless loop within half a second. */
const EXTRA_SEARCH_MS = 5000;
/** Longest search in milliseconds. Until the search ends, no message says why the picture stands still. */
const LONGEST_SEARCH_MS = 30_000;

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

	/**
	 * Plays the program again with guards, and resolves to the place of the endless loop, or to undefined when the loop is not found. `ranMs`
	 * is the number of milliseconds that the program ran before it hung.
	 */
	async findLoopOnStage(options: RunOptions, ranMs: number): Promise<SourcePlace | undefined> {
		const bundle = await this.#guardedBundle;
		if (bundle === null || this.#isReplaced()) return undefined;
		return new Promise((resolve) => {
			const finish = (place?: SourcePlace): void => {
				clearTimeout(timer);
				resolve(place);
				run.stop();
			};
			const run = this.#stage.run(bundle, options, (event) => {
				if (event.type === 'error' && event.problem.kind === 'time') finish(event.problem.place);
				else if (event.type === 'kept' || event.type === 'stopped') finish();
			});
			const timer = setTimeout(finish, Math.min(ranMs + EXTRA_SEARCH_MS, LONGEST_SEARCH_MS));
		});
	}

	/** Runs the checks again with guards, and returns the results with the places of their endless loops. */
	async findLoopsInChecks(results: CheckResult[], options: CheckOptions): Promise<CheckResult[]> {
		const bundle = await this.#guardedBundle;
		if (bundle === null || this.#isReplaced()) return results;
		const rerunReport = await this.#stage.check(bundle, options);
		const placeByCheck = new Map(
			rerunReport.results.map(({ path, problem }) => [checkPathKey(path), placeOfLoop(problem)])
		);
		return results.map((result) => {
			if (!hasUnlocatedEndlessLoop(result)) return result;
			const place = placeByCheck.get(checkPathKey(result.path));
			return place === undefined ? result : { ...result, problem: { ...result.problem, place } };
		});
	}
}

const placeOfLoop = (problem: CheckResult['problem']): SourcePlace | undefined =>
	problem?.kind === 'time' ? problem.place : undefined;

type TimedOutCheck = Omit<CheckResult, 'problem'> & { problem: Extract<Problem, { kind: 'time' }> };

/** Tells whether a check ran into an endless loop whose place is not known. */
export function hasUnlocatedEndlessLoop(result: CheckResult): result is TimedOutCheck {
	return result.problem?.kind === 'time' && result.problem.place === undefined;
}
