/** Groups TypeScript's error numbers by subject, and creates patterns that match names. */

export const UNKNOWN_NAME_ERROR_CODES = [2304, 2503, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 18004];
export const CALCULATION_ERROR_CODES = [2322, 2345, 2362, 2363, 2365, 2367];

/** Creates a pattern from a source, in which NAME stands for any name of a program. */
export const createPatternFromTemplate = (source: string): RegExp =>
	new RegExp(source.replaceAll('NAME', String.raw`[\p{L}_$][\p{L}\w$]*`), 'dgmu');
