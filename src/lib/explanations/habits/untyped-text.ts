/** Finds a variable that holds a text without a type, used where only certain texts are allowed. */
import { quotedNamesIn, type HabitFinder } from './found-habit.ts';

const WRONG_TYPE_ERROR_CODES = [2322, 2345];
/** Matches the rest of a line from an error on: a name alone, after `return`, or after `=`. */
const GIVEN_NAME_PATTERN =
	/^(?:return[ \t]+|[\p{L}\w.]+(?:[ \t]*:[^=\n]*)?[ \t]*=[ \t]*)?([\p{L}_$][\p{L}\w$]*)[ \t]*(?:[;,)}]|$)/mu;

export const findUntypedTextVariable: HabitFinder = (error, { text, types }) => {
	if (!WRONG_TYPE_ERROR_CODES.includes(error.code)) return undefined;
	const [given, needed = ''] = quotedNamesIn(error.message.split('\n', 1)[0] ?? '');
	if (given !== 'string' || !(needed.startsWith('"') || types.textUnionTypes.has(needed))) return undefined;
	const name = GIVEN_NAME_PATTERN.exec(text.slice(error.start))?.[1];
	if (name === undefined) return undefined;
	const declaration = new RegExp(
		String.raw`\b(?:let|var)\s+${name.replaceAll('$', '\\$')}\s*(?::\s*string\s*)?=\s*('[^'\n]*'|"[^"\n]*")\s*[;\n]`,
		'u'
	).exec(text);
	if (declaration === null) return undefined;
	return {
		habit: 'untypedText',
		names: [name, needed, declaration[1] ?? ''],
		start: error.start,
		length: error.length,
		reportedError: error
	};
};
