/** Defines a compiled program on the stage, with what has happened to it. */
import type { Bundle, RunOptions, Sources } from '#sandbox/contract.ts';
import type { LoopSearch } from './loop-search.ts';

/** A compiled program and its options, as one attempt to run the code puts it on the stage. */
interface Attempt {
	bundle: Bundle;
	sources: Sources;
	options: RunOptions;
	/** The state of the code that it was compiled from. */
	editCount: number;
	attemptNumber: number;
}

export interface Staging extends Attempt {
	begunAt: number;
	/** When it first drew, as `performance.now()` tells the time; 0 before. */
	drawnAt: number;
	hasAnswered: boolean;
	hasDrawn: boolean;
	hasHung: boolean;
	hasFailed: boolean;
	/** An earlier program plays in its place. */
	isReplaced: boolean;
	loopSearch: LoopSearch | undefined;
}

export function createStaging(attempt: Attempt): Staging {
	return {
		...attempt,
		begunAt: performance.now(),
		drawnAt: 0,
		hasAnswered: false,
		hasDrawn: false,
		hasHung: false,
		hasFailed: false,
		isReplaced: false,
		loopSearch: undefined
	};
}
