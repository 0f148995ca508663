/** Leaves out errors that follow from TypeScript misreading the text after another error. */
import { isSyntaxError, type FoundHabit, type TypeScriptError } from './found-habit.ts';

const UNCLOSED_TEXT_ERROR_CODE = 1002;
const EXPORT_TWICE_ERROR_CODE = 2323;
const FUNCTION_TWICE_ERROR_CODE = 2393;

/** Leaves out errors on lines after a text that is never closed, because those lines may be part of the text. */
export function dropErrorsAfterUnclosedText(
	errors: readonly TypeScriptError[],
	findLine: (place: number) => number
): readonly TypeScriptError[] {
	const openText = errors.find(({ code }) => code === UNCLOSED_TEXT_ERROR_CODE);
	return openText ? errors.filter(({ start }) => findLine(start) <= findLine(openText.start)) : errors;
}

/** Keeps only the first syntax error, or none once a habit explains one, because TypeScript misreads the rest of the text. */
export function dropMisreadErrors(errors: TypeScriptError[], foundHabits: FoundHabit[]): TypeScriptError[] {
	const isSyntaxExplained = foundHabits.some(
		({ reportedError }) => reportedError !== undefined && isSyntaxError(reportedError)
	);
	const [first] = errors.filter(isSyntaxError);
	const isFunctionTwice = errors.some(({ code }) => code === FUNCTION_TWICE_ERROR_CODE);
	return errors.filter((error) =>
		isSyntaxError(error)
			? !isSyntaxExplained && error === first
			: !(isFunctionTwice && error.code === EXPORT_TWICE_ERROR_CODE)
	);
}
