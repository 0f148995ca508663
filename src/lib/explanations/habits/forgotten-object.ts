/** Finds a property that is written without the object it belongs to. */
import { isDeclaredByStatement } from './declared-names.ts';
import { findBlockEnd, findEnclosingFunctions } from './functions-around.ts';
import { propertyNamesIn } from './program-types.ts';
import { UNKNOWN_VALUE_ERROR_CODES, wordAt, type HabitFinder } from './found-habit.ts';

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

/** Returns the objects that the file creates outside of its functions. */
function objectsOfFile(bareText: string): { name: string; properties: string[] }[] {
	return [...bareText.matchAll(CREATED_OBJECT_PATTERN)].map(([, name = '', body = '']) => ({
		name,
		properties: propertyNamesIn(body)
	}));
}

/** Matches a statement without braces: to its semicolon or the end of its line, and on where a line ends with an operator. */
const STATEMENT_PATTERN = /^\s*[^;\n]*(?:(?<=[=+\-*/%&|,(?:]\s*)\n[^;\n]*)*/;

/** Returns the offset at which the statement ends that begins at `start`. */
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
