import type { Bundle, RunOptions, Sources, SceneInput } from '#sandbox/contract.ts';
import type { EndlessLoopSearch } from './loop-search.ts';

export interface EarlyProgram {
	shellAddress: string;
	codeAddress: string;
	/** Run options without the theme and the reduced motion, which only the browser knows and a script in the page adds. */
	options: Omit<RunOptions, 'input'> & { input: Omit<SceneInput, 'theme' | 'reducedMotion'> };
}

/** Milliseconds of running after which a program is trusted: the programs before it are then dropped. */
const RUN_MS_UNTIL_TRUSTED = 2000;
const MOST_EARLIER_PROGRAMS = 10;

export class FallbackPrograms {
	#newestProgram: StagedProgram | null = null;
	/** Programs that drew before the newest program and have not failed, from the earliest to the latest. */
	#earlierPrograms: StagedProgram[] = [];

	addDrawnProgram(stagedProgram: StagedProgram): void {
		if (this.#newestProgram !== null && !this.#newestProgram.hasFailed) this.#keepProgram(this.#newestProgram);
		this.#newestProgram = stagedProgram;
	}

	get lastWorkingProgram(): StagedProgram | undefined {
		return this.#newestProgram?.hasFailed === false
			? this.#newestProgram
			: this.#earlierPrograms.findLast(({ hasFailed }) => !hasFailed);
	}

	forgetPrograms(): void {
		this.#newestProgram = null;
		this.#earlierPrograms = [];
	}

	/**
	 * Keeps a program to play again when newer ones fail. Drops the programs before it only if this one ran long enough to be
	 * trusted.
	 */
	#keepProgram(stagedProgram: StagedProgram): void {
		if (performance.now() - stagedProgram.drawnAt >= RUN_MS_UNTIL_TRUSTED) this.#earlierPrograms = [];
		this.#earlierPrograms.push(stagedProgram);
		if (this.#earlierPrograms.length > MOST_EARLIER_PROGRAMS) this.#earlierPrograms.splice(1, 1);
	}
}

/** Seed of a challenge's random numbers: a challenge plays the same each time, in browsers and in the judge. */
export const CHALLENGE_RANDOM_SEED = 20;

interface RunAttempt {
	bundle: Bundle;
	sources: Sources;
	options: RunOptions;
	editCount: number;
	attemptNumber: number;
}

export interface StagedProgram extends RunAttempt {
	begunAt: number;
	/** Moment of the first picture, as told by `performance.now()`; 0 before the first picture. */
	drawnAt: number;
	hasAnswered: boolean;
	hasDrawn: boolean;
	hasHung: boolean;
	isPlayedAgain: boolean;
	hasFailed: boolean;
	isReplaced: boolean;
	loopSearch: EndlessLoopSearch | undefined;
}

export function createStagedProgram(attempt: RunAttempt): StagedProgram {
	return {
		...attempt,
		begunAt: performance.now(),
		drawnAt: 0,
		hasAnswered: false,
		hasDrawn: false,
		hasHung: false,
		isPlayedAgain: false,
		hasFailed: false,
		isReplaced: false,
		loopSearch: undefined
	};
}
