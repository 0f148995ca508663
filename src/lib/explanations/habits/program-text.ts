import type { ModuleByExport } from './file-context.ts';

/** Matches a comment or a quoted text; without a closing quote, the match ends with the line. */
const COMMENT_OR_TEXT_PATTERN =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[\s\S]|[^`\\])*`|`[^\n]*/g;

export function blankCommentsAndTexts(text: string): string {
	return text.replace(COMMENT_OR_TEXT_PATTERN, (found) => {
		const blankOut = (part: string) => part.replace(/[^\n]/g, ' ');
		const quote = found.charAt(0);
		if (quote === '/') return blankOut(found);
		const isClosed = found.length > 1 && found.endsWith(quote);
		return `${quote}${blankOut(found.slice(1, isClosed ? -1 : undefined))}${isClosed ? quote : ''}`;
	});
}

export interface ProgramTypes {
	propertiesByType: ReadonlyMap<string, readonly string[]>;
	/** Names of types that allow only certain texts, such as `'left' | 'right'`. */
	textUnionTypes: ReadonlySet<string>;
}

const OBJECT_TYPE_PATTERN =
	/\b(?:interface\s+([\p{L}_$][\p{L}\w$]*)[^{}]*|type\s+([\p{L}_$][\p{L}\w$]*)\s*=\s*)\{([^{}]*)\}/gu;
const TEXT_UNION_TYPE_PATTERN = /\btype\s+([\p{L}_$][\p{L}\w$]*)\s*=\s*\|?\s*['"]/gu;
const PROPERTY_PATTERN = /(?:^|[;,\n])\s*(?:readonly\s+)?([\p{L}_$][\p{L}\w$]*)\??\s*:/gu;

const findNamesByPattern = (text: string, pattern: RegExp): string[] =>
	[...text.matchAll(pattern)].map(([, name = '']) => name);

export const propertyNamesIn = (body: string): string[] => findNamesByPattern(body, PROPERTY_PATTERN);

export function collectProgramTypes(texts: readonly string[]): ProgramTypes {
	const bareTexts = texts.map(blankCommentsAndTexts);
	return {
		propertiesByType: new Map(
			bareTexts.flatMap((text) =>
				[...text.matchAll(OBJECT_TYPE_PATTERN)].map(
					([, interfaceName, typeName = '', body = '']) => [interfaceName ?? typeName, propertyNamesIn(body)] as const
				)
			)
		),
		textUnionTypes: new Set(bareTexts.flatMap((text) => findNamesByPattern(text, TEXT_UNION_TYPE_PATTERN)))
	};
}

interface EnclosingFunction {
	/** Text between the parentheses after the function's name. */
	parameters: string;
	/** Text from the word `function` to the closing brace. */
	text: string;
}

const FUNCTION_START_PATTERN = /\bfunction\b[^(){}]*\(([^()]*)\)[^{};]*\{/gu;

/** The outermost function comes first. */
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

/** Patterns of statements that declare a name: alone, or after others as in `let a = 0, b = 0`. */
const NAME_DECLARATION_PATTERNS = [
	String.raw`\b(?:const|let|var|function|class)\s+NAME(?![\p{L}\w])`,
	String.raw`\b(?:const|let|var)\s(?:[^,;\n()[\]{}]|,\n?|\([^()\n]*\)|\[[^[\]\n]*\])*,\s*NAME[ \t]*(?:[:=;,\n]|$)`
];
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

export function isFunctionName(name: string, bareText: string, moduleByExport: ModuleByExport): boolean {
	if (new RegExp(String.raw`\bfunction\s+${name}\b`).test(bareText)) return true;
	return Object.hasOwn(moduleByExport, name) && new RegExp(String.raw`\bimport\b[^\n]*\b${name}\b`).test(bareText);
}

export const isListName = (name: string, bareText: string): boolean =>
	new RegExp(String.raw`\b${name}\s*(?::\s*[\p{L}\w]+\[\]|=\s*\[)`, 'u').test(bareText);
