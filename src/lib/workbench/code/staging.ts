/** One compiled program on the stage, and what became of it. */
import type { Bundle, RunOptions, Sources } from '#sandbox/contract.ts';
import type { LoopSearch } from './loop-search.ts';

/** What one attempt to run the code puts on the stage. */
interface Attempt {
	bundle: Bundle;
	sources: Sources;
	options: RunOptions;
	/** The state of the code that it was compiled from. */
	edition: number;
	attempt: number;
}

export interface Staging extends Attempt {
	begun: number;
	/** When it first drew. */
	drawn: number;
	hasSpoken: boolean;
	hasDrawn: boolean;
	hasHung: boolean;
	hasFailed: boolean;
	/** An earlier program plays in its place. */
	isKept: boolean;
	search: LoopSearch | undefined;
}

export function createStaging(attempt: Attempt): Staging {
	return {
		...attempt,
		begun: performance.now(),
		drawn: 0,
		hasSpoken: false,
		hasDrawn: false,
		hasHung: false,
		hasFailed: false,
		isKept: false,
		search: undefined
	};
}
