/** Defines the calls from the bench to the lab's page. */
import type { Sources } from '#sandbox/contract.ts';

export type Contender = 'braise' | 'sucrase';

/** What is edited, and what its scene is told. */
export interface LabProgram {
	sources: Sources;
	labels: Record<string, string>;
	situation: string;
	/** The decision that the scene shows. */
	option?: string;
}

/** Milliseconds since the edit. */
export interface EditTimes {
	compiled: number;
	firstResult: number;
	lastResult: number;
	drawn: number;
}

export interface LoopTimes {
	/** Milliseconds from the program's limit until it was ended. */
	pastLimit: number;
	/** Milliseconds from then until another program has drawn, or its checks have reported. */
	recovered: number;
	/** The longest gap of the page's event loop. */
	longestGap: number;
	/** The number of the other checks that reported. */
	reported: number;
}

export interface Lab {
	/** Opens a program, and runs it once to count its checks. */
	open(program: LabProgram): Promise<void>;
	edit(contender: Contender): Promise<EditTimes>;
	/** Compiles only: round trip, and time in the worker. */
	rebuild(): Promise<{ asked: number; worked: number }>;
	loopInScene(): Promise<LoopTimes>;
	loopInCheck(): Promise<LoopTimes>;
	/** Plays a scene without its checks, once it has drawn its first picture. */
	play(program: LabProgram): Promise<void>;
	/** Returns the longest gap of an idle page over that time, which is the machine's own. */
	quiet(milliseconds: number): Promise<number>;
}

declare global {
	interface Window {
		lab: Lab;
	}
}
