/** What one line of pasted examples comes to. */
import type { PastedValue } from './pasted-value.ts';

export interface PastedExample {
	/** In order, or by name. */
	given: PastedValue[] | Record<string, PastedValue>;
	returns: PastedValue;
}

/** Why a line is no example. */
export type PasteFault = 'no-example' | 'no-value' | 'named-in-part' | 'no-name' | 'cell-missing' | 'unclear-number';

export interface PasteProblem {
	/** From 1. */
	line: number;
	fault: PasteFault;
	/** What cannot be read. */
	text: string;
}

/** An example with the function that it is for, or why there is none. */
export type PastedLine = (PastedExample & { function: string }) | Omit<PasteProblem, 'line'>;
