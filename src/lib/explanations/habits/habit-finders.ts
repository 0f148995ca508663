import { isDeclaredByStatement, findBlockEnd, findEnclosingFunctions, propertyNamesIn } from './program-text.ts';
import { UNKNOWN_VALUE_ERROR_CODES, wordAt, type HabitFinder, quotedNamesIn, isSyntaxError } from './habit-rule.ts';

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

function findUnopenedParenthesis(bareText: string): number | undefined {
	const openSigns: string[] = [];
	for (const { 0: sign, index } of bareText.matchAll(/[()[\]{}]/g)) {
		if ('([{'.includes(sign)) openSigns.push(sign);
		else if (sign === ')' && openSigns.at(-1) !== '(') return openSigns.at(-1) === '[' ? undefined : index;
		else openSigns.pop();
	}
	return undefined;
}

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

const TYPED_PARAMETER_PATTERN = /^\s*([\p{L}_$][\p{L}\w$]*)\s*:\s*([\p{L}_$][\p{L}\w$]*)(\[\])?\s*$/u;
const CREATED_OBJECT_PATTERN =
	/^(?:export[ \t]+)?(?:const|let)[ \t]+([\p{L}_$][\p{L}\w$]*)[ \t]*=[ \t]*\{([^{}]*)\}/gmu;
const LIST_LOOP_PATTERN =
	/\bfor\s*\(\s*(?:const|let)\s+([\p{L}_$][\p{L}\w$]*)\s+of\s+([\p{L}_$][\p{L}\w$]*)\s*\)\s*(\{?)/gu;

interface TypedName {
	name: string;
	type: string;
	isList: boolean;
}

export const findForgottenObject: HabitFinder = (error, { text, bareText, types }) => {
	if (!UNKNOWN_VALUE_ERROR_CODES.includes(error.code)) return undefined;
	const name = wordAt(text, error.start);
	// A name before a single = is more often a new variable than a forgotten property.
	if (name === '' || /^\s*=(?![=>])/.test(text.slice(error.start + name.length))) return undefined;
	if (isDeclaredByStatement(name, bareText)) return undefined;
	const objectNames = [
		...findTypedNamesAround(bareText, error.start).filter(({ type }) =>
			types.propertiesByType.get(type)?.includes(name)
		),
		...objectsOfFile(bareText).filter(({ properties }) => properties.includes(name))
	];
	const parts = objectNames.map((object) => `${object.name}.${name}`);
	if (parts.length === 0) return undefined;
	return {
		habit: 'forgottenObject',
		names: [name, parts.join(', ')],
		start: error.start,
		length: name.length,
		reportedError: error
	};
};

/**
 * Returns the variables whose types are known at this place: parameters of the functions around it, and elements of loops over a
 * parameter.
 */
function findTypedNamesAround(bareText: string, place: number): TypedName[] {
	const parameters = findEnclosingFunctions(bareText, place).flatMap((each) =>
		each.parameters.split(',').flatMap((parameter): TypedName[] => {
			const [, name = '', type = '', brackets] = TYPED_PARAMETER_PATTERN.exec(parameter) ?? [];
			return name === '' ? [] : [{ name, type, isList: brackets !== undefined }];
		})
	);
	const elements = findListLoopsAround(bareText, place).flatMap(({ element, list }): TypedName[] => {
		const type = parameters.find((each) => each.name === list && each.isList)?.type;
		return type === undefined ? [] : [{ name: element, type, isList: false }];
	});
	return [...elements, ...parameters.filter(({ isList }) => !isList)];
}

function objectsOfFile(bareText: string): { name: string; properties: string[] }[] {
	return [...bareText.matchAll(CREATED_OBJECT_PATTERN)].map(([, name = '', body = '']) => ({
		name,
		properties: propertyNamesIn(body)
	}));
}

/** Matches a statement without braces: to its semicolon or the end of its line, and on where a line ends with an operator. */
const STATEMENT_PATTERN = /^\s*[^;\n]*(?:(?<=[=+\-*/%&|,(?:]\s*)\n[^;\n]*)*/;

const findStatementEnd = (bareText: string, start: number): number =>
	start + (STATEMENT_PATTERN.exec(bareText.slice(start))?.[0].length ?? 0);

function findListLoopsAround(bareText: string, place: number): { element: string; list: string }[] {
	return [...bareText.slice(0, place).matchAll(LIST_LOOP_PATTERN)].flatMap(
		({ index, 0: start, 1: element = '', 2: list = '', 3: brace }) => {
			const bodyStart = index + start.length;
			const end = brace === '{' ? findBlockEnd(bareText, bodyStart) : findStatementEnd(bareText, bodyStart);
			return place < end ? [{ element, list }] : [];
		}
	);
}
