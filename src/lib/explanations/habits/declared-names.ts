/** Tells whether a program declares a name, and as what: by a statement, as a parameter, function or list. */
import { findEnclosingFunctions } from './functions-around.ts';
import type { ModuleByExport } from './module-by-export.ts';

/** Patterns of statements that declare a name: alone, or after others as in `let a = 0, b = 0`. */
const NAME_DECLARATION_PATTERNS = [
	String.raw`\b(?:const|let|var|function|class)\s+NAME(?![\p{L}\w])`,
	String.raw`\b(?:const|let|var)\s(?:[^,;\n()[\]{}]|,\n?|\([^()\n]*\)|\[[^[\]\n]*\])*,\s*NAME[ \t]*(?:[:=;,\n]|$)`
];
/** Patterns that declare a parameter: of a function, of an arrow function, and of a method with typed parameters. */
const PARAMETER_DECLARATION_PATTERNS = [
	String.raw`\bfunction\b[^()]*\((?:[^()]*,)?\s*NAME\s*[:,)=?]`,
	String.raw`\((?:[^()]*,)?\s*NAME\s*(?:[:,=?][^()]*)?\)\s*(?::[^=()\n]*)?=>`,
	String.raw`(?<![.\p{L}\w])NAME\s*=>`,
	String.raw`^[ \t]*[\p{L}\w]+[ \t]*\((?:[^()]*,)?\s*NAME\s*:[^()]*\)[^\n;]*\{`
];

function matchesAnyPattern(patterns: readonly string[], name: string, bareText: string): boolean {
	if (!/^[\p{L}\w]+$/u.test(name)) return false;
	return patterns.some((source) => new RegExp(source.replace('NAME', name), 'mu').test(bareText));
}

export const isDeclaredByStatement = (name: string, bareText: string): boolean =>
	matchesAnyPattern(NAME_DECLARATION_PATTERNS, name, bareText);

/** Tells whether two statements declare the name, or a statement and a parameter. */
export function isDeclaredTwice(name: string, bareText: string): boolean {
	const statements = bareText.match(new RegExp(String.raw`\b(?:const|let|var)\s+${name}(?![\p{L}\w])`, 'gu')) ?? [];
	return statements.length > 1 || isParameterName(name, bareText);
}

export const isParameterName = (name: string, bareText: string): boolean =>
	matchesAnyPattern(PARAMETER_DECLARATION_PATTERNS, name, bareText);

export const isDeclaredName = (name: string, bareText: string): boolean =>
	isDeclaredByStatement(name, bareText) || isParameterName(name, bareText);

/**
 * Tells whether a statement declares the name in the function that contains the place; outside of functions, anywhere in the
 * file.
 */
export function isDeclaredAround(name: string, bareText: string, place: number): boolean {
	const [outermost] = findEnclosingFunctions(bareText, place);
	return isDeclaredByStatement(name, outermost?.text ?? bareText);
}

/** Tells whether a name is a function that this file declares or imports. */
export function isFunctionName(name: string, bareText: string, moduleByExport: ModuleByExport): boolean {
	if (new RegExp(String.raw`\bfunction\s+${name}\b`).test(bareText)) return true;
	return Object.hasOwn(moduleByExport, name) && new RegExp(String.raw`\bimport\b[^\n]*\b${name}\b`).test(bareText);
}

export const isListName = (name: string, bareText: string): boolean =>
	new RegExp(String.raw`\b${name}\s*(?::\s*[\p{L}\w]+\[\]|=\s*\[)`, 'u').test(bareText);
