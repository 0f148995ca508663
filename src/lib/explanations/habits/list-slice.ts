/** Finds a part of a list that is written as in Python: `list[1:3]`. */
import { isSyntaxError, type HabitFinder } from './found-habit.ts';

const SLICE_BOUND_PATTERN = String.raw`[ \t]*([-+*/ \t\p{L}\w.]*?)[ \t]*`;
const LIST_SLICE_PATTERN = new RegExp(
	String.raw`([\p{L}_$][\p{L}\w$.]*)(\[)${SLICE_BOUND_PATTERN}:${SLICE_BOUND_PATTERN}\]`,
	'dgu'
);

export const findListSlice: HabitFinder = (error, { bareText }) => {
	if (!isSyntaxError(error)) return undefined;
	for (const match of bareText.matchAll(LIST_SLICE_PATTERN)) {
		const [start = 0] = match.indices?.[2] ?? [];
		const end = match.index + match[0].length;
		if (error.start < start || error.start > end) continue;
		const [, list = '', , from = '', to = ''] = match;
		// Without a start, the part begins with the first element; without an end, it goes to the last.
		const values = [from === '' && to !== '' ? '0' : from, to].filter((value) => value !== '');
		return {
			habit: 'listSlice',
			names: [list, values.join(', ')],
			start,
			length: end - start,
			reportedError: error
		};
	}
	return undefined;
};
