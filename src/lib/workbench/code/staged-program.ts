/** A compiled program on the stage, with what has happened to it so far. */
import type { Bundle, RunOptions, Sources } from '#sandbox/contract.ts';
import type { EndlessLoopSearch } from './loop-search.ts';

/** Seed of a challenge's random numbers: a challenge plays the same each time, in browsers and in the judge. */
export const CHALLENGE_RANDOM_SEED = 20;

/** A compiled program and its options, as one attempt to run the code puts it on the stage. */
interface RunAttempt {
	bundle: Bundle;
	sources: Sources;
	options: RunOptions;
	/** Number of edits at the moment when the code was compiled. */
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
	/** Whether the program was played once more after it did not answer. */
	isPlayedAgain: boolean;
	hasFailed: boolean;
	/** Whether an earlier program plays in place of this one. */
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
