/** Finds the functions of a program that contain a place. */

interface EnclosingFunction {
	/** Text between the parentheses after the function's name. */
	parameters: string;
	/** Text from the word `function` to the closing brace. */
	text: string;
}

const FUNCTION_START_PATTERN = /\bfunction\b[^(){}]*\(([^()]*)\)[^{};]*\{/gu;

/** Returns the functions around a place, the outermost first. */
export function findEnclosingFunctions(bareText: string, place: number): EnclosingFunction[] {
	return [...bareText.matchAll(FUNCTION_START_PATTERN)].flatMap(({ index, 0: start, 1: parameters = '' }) => {
		const end = findBlockEnd(bareText, index + start.length);
		return index <= place && place < end ? [{ parameters, text: bareText.slice(index, end) }] : [];
	});
}

/** Returns where the block ends whose opening brace stands before `start`; the end of the text where it is never closed. */
export function findBlockEnd(bareText: string, start: number): number {
	let depth = 1;
	for (let at = start; at < bareText.length; at++) {
		if (bareText[at] === '{') depth++;
		else if (bareText[at] === '}') depth--;
		if (depth === 0) return at + 1;
	}
	return bareText.length;
}
