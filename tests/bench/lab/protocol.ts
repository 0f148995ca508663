import type { Sources } from '#sandbox/contract.ts';

export type CompilerContender = 'braise' | 'sucrase';

/** The program to edit, and the input of its scene. */
export interface LabProgram {
	sources: Sources;
	labels: Record<string, string>;
	situation: string;
	/** The option of the decision that the scene shows. */
	option?: string;
}

/** Milliseconds since the edit. */
export interface EditTimes {
	untilCompiled: number;
	untilFirstResult: number;
	untilLastResult: number;
	untilDrawn: number;
}

export interface LoopTimes {
	/** Milliseconds from the program's time limit until the program was ended. */
	overtime: number;
	/** Milliseconds from the end of the program until another one has drawn or its checks have reported. */
	recoveryTime: number;
	/** The longest gap of the page's event loop. */
	longestGap: number;
	reportedCheckCount: number;
}

export interface EditLabFunctions {
	/** Opens a program, and runs it once to count its checks. */
	open(program: LabProgram): Promise<void>;
	edit(contender: CompilerContender): Promise<EditTimes>;
	/** Only compiles. Resolves to the milliseconds that the page waited, and those that the worker took. */
	rebuild(): Promise<{ pageTime: number; workerTime: number }>;
	measureLoopInScene(): Promise<LoopTimes>;
	measureLoopInCheck(): Promise<LoopTimes>;
	/** Plays a scene without its checks. Resolves when the first picture is drawn. */
	play(program: LabProgram): Promise<void>;
	/** Returns the longest gap of an idle page in so many milliseconds, for which only the machine is to blame. */
	measureIdleGap(milliseconds: number): Promise<number>;
}

declare global {
	interface Window {
		lab: EditLabFunctions;
	}
}
