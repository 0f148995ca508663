/** Defines the result of reading one line of pasted examples. */
import type { PastedValue } from './pasted-value.ts';

export interface PastedExample {
	/** Values that the function is given: in order, or by parameter name. */
	given: PastedValue[] | Record<string, PastedValue>;
	returns: PastedValue;
}

/** Why a pasted line is no example. */
export type PastedLineFault =
	| 'no-example'
	| 'no-value'
	| 'named-in-part'
	| 'no-name'
	| 'cell-missing'
	| 'unclear-number';

export interface PastedLineProblem {
	/** Number of the line, counted from 1. */
	line: number;
	fault: PastedLineFault;
	/** The part of the line that cannot be read. */
	text: string;
}

/** A pasted example with the name of its function, or the reason why the line is no example. */
export type PastedLine = (PastedExample & { function: string }) | Omit<PastedLineProblem, 'line'>;
