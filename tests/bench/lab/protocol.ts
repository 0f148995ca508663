/** What the bench asks of the lab's page. */
import type { Sources } from '../../../sandbox/index.ts';

export type Contender = 'braise' | 'sucrase';

/** Milliseconds from the edit. */
export interface EditTimes {
	compiled: number;
	lastResult: number;
	drawn: number;
}

export interface LoopTimes {
	/** From the moment at which the program ran until it was ended, past its limit. */
	pastLimit: number;
	/** From there until another program has drawn, or its checks have answered. */
	recovered: number;
	/** The longest time in which the page did nothing else. */
	longestGap: number;
	/** Of the other checks, how many reported. */
	reported: number;
}

export interface Lab {
	open(sources: Sources): Promise<void>;
	edit(contender: Contender): Promise<EditTimes>;
	/** A compile alone: there and back, and in the worker. */
	rebuild(): Promise<{ asked: number; worked: number }>;
	loopInScene(): Promise<LoopTimes>;
	loopInCheck(): Promise<LoopTimes>;
	/** The longest gap while nothing happens for so long: what the machine itself does. */
	quiet(milliseconds: number): Promise<number>;
}

declare global {
	interface Window {
		lab: Lab;
	}
}
