/** Finds a closing parenthesis that no parenthesis opens. */
import { isSyntaxError, type HabitFinder } from './found-habit.ts';

/** Matches a line on which the opening parenthesis is missing instead. */
const UNOPENED_CONDITION_PATTERN = /\b(?:if|while|for|switch)[ \t]*[^\s(]/;

export const findExtraParenthesis: HabitFinder = (error, { bareText }) => {
	if (!isSyntaxError(error)) return undefined;
	const lineStart = bareText.lastIndexOf('\n', error.start - 1) + 1;
	const lineEnd = bareText.indexOf('\n', error.start);
	const line = bareText.slice(lineStart, lineEnd < 0 ? bareText.length : lineEnd);
	if (UNOPENED_CONDITION_PATTERN.test(line)) return undefined;
	const start = findUnopenedParenthesis(bareText);
	if (start === undefined || start < lineStart || start >= lineStart + line.length) return undefined;
	return { habit: 'extraParenthesis', names: [], start, length: 1, reportedError: error };
};

/** Returns the first closing parenthesis outside of any open parenthesis and of any open bracket. */
function findUnopenedParenthesis(bareText: string): number | undefined {
	const openSigns: string[] = [];
	for (const { 0: sign, index } of bareText.matchAll(/[()[\]{}]/g)) {
		if ('([{'.includes(sign)) openSigns.push(sign);
		else if (sign === ')' && openSigns.at(-1) !== '(') return openSigns.at(-1) === '[' ? undefined : index;
		else openSigns.pop();
	}
	return undefined;
}
