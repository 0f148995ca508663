/** Runs a program that hung once more, with guards in its loops, to find the loop that did not end. */
import type { Bundle, CheckOptions, Compiler, RunOptions, Sources, Stage } from '#sandbox/contract.ts';
import { pathKey, type CheckResult, type Problem, type SourcePlace } from '#sandbox/report.ts';

/** Milliseconds beyond the time after which the program hung; guards find a loop in half a second. */
const LONGER = 5000;
/** Milliseconds. Until the search ends, nobody is told why the picture stands still. */
const LONGEST = 30_000;

export class LoopSearch {
	readonly #stage: Stage;
	readonly #isOver: () => boolean;
	readonly #bundle: Promise<Bundle | null>;

	/** `isOver` tells that newer code has taken the place of this one. */
	constructor(compiler: Compiler, stage: Stage, sources: Sources, isOver: () => boolean) {
		this.#stage = stage;
		this.#isOver = isOver;
		this.#bundle = compiler.compile({ ...sources, guarded: true }).then(
			(compilation) => (compilation.kind === 'bundle' ? compilation.bundle : null),
			() => null
		);
	}

	/**
	 * Plays it again. `ran` is how many milliseconds it ran before it hung. Resolves to undefined when the loop is not found.
	 */
	async onStage(options: RunOptions, ran: number): Promise<SourcePlace | undefined> {
		const bundle = await this.#bundle;
		if (bundle === null || this.#isOver()) return undefined;
		return new Promise((resolve) => {
			const end = (place?: SourcePlace): void => {
				clearTimeout(timer);
				resolve(place);
				run.stop();
			};
			const run = this.#stage.run(bundle, options, (event) => {
				if (event.type === 'error' && event.problem.kind === 'time') end(event.problem.place);
				else if (event.type === 'kept' || event.type === 'stopped') end();
			});
			const timer = setTimeout(end, Math.min(ran + LONGER, LONGEST));
		});
	}

	/** Checks it again, and returns the results with the places of their loops. */
	async inChecks(results: CheckResult[], options: CheckOptions): Promise<CheckResult[]> {
		const bundle = await this.#bundle;
		if (bundle === null || this.#isOver()) return results;
		const again = await this.#stage.check(bundle, options);
		const places = new Map(again.results.map(({ path, problem }) => [pathKey(path), placeOfLoop(problem)]));
		return results.map((result) => {
			if (!isUnplaced(result)) return result;
			const place = places.get(pathKey(result.path));
			return place === undefined ? result : { ...result, problem: { ...result.problem, place } };
		});
	}
}

const placeOfLoop = (problem: CheckResult['problem']): SourcePlace | undefined =>
	problem?.kind === 'time' ? problem.place : undefined;

type Endless = Omit<CheckResult, 'problem'> & { problem: Extract<Problem, { kind: 'time' }> };

/** Tells whether a check did not end, without a place yet. */
export function isUnplaced(result: CheckResult): result is Endless {
	return result.problem?.kind === 'time' && result.problem.place === undefined;
}
