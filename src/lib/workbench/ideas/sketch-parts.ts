import { blankCommentsAndStrings } from '#lib/steps/source.ts';
import { addImport } from '#lib/editor/add-import.ts';

const LEADING_IMPORTS_PATTERN = /^(?:import\b(?!\s*\()[^;'"]*(['"])[^'"\n]*\1[^\n]*(?:\n|$))*/;

export const hasDeclarations = (text: string, linesAbove: string): boolean => `\n${text}`.includes(`\n${linesAbove}`);

interface SketchWithDeclarations {
	text: string;
	linesAbove: string;
	caret: number;
}

/**
 * Moves the body of each function that both the idea and the sketch declare, such as `mousePressed`, into the sketch's function:
 * a name can be declared only once.
 */
export function mergeDeclaredFunctions(sketch: SketchWithDeclarations): SketchWithDeclarations {
	return findFunctionBodies(sketch.linesAbove).reduce((soFar, { name }) => extendDeclaredFunction(soFar, name), sketch);
}

function extendDeclaredFunction(
	{ text, linesAbove, caret }: SketchWithDeclarations,
	name: string
): SketchWithDeclarations {
	const openedText = addBracesToArrow(text, name);
	const [added, own] = [linesAbove, openedText].map((lines) =>
		findFunctionBodies(lines).find((each) => each.name === name)
	);
	if (added === undefined || own === undefined)
		return { text, linesAbove: renameTakenFunction(linesAbove, name, text), caret };
	const extendedText = addLinesToFunction(openedText, own, linesAbove.slice(added.from, added.to).trim());
	return {
		text: extendedText,
		linesAbove: `${linesAbove.slice(0, added.start)}${linesAbove.slice(added.to + 1)}`.trim(),
		caret: caret < own.from ? caret : caret + extendedText.length - text.length
	};
}

/** Renames a function of the idea if the sketch uses its name for a variable or class, so that the sketch still runs. */
function renameTakenFunction(linesAbove: string, name: string, text: string): string {
	const isNameTaken = (each: string) => new RegExp(String.raw`\b(?:const|let|var|class)\s+${each}\b`).test(text);
	let freeName = name;
	for (let count = 2; isNameTaken(freeName); count++) freeName = `${name}${count}`;
	return linesAbove.replace(`function ${name}(`, `function ${freeName}(`);
}

export function insertDeclarations(text: string, linesAbove: string): string {
	if (linesAbove === '') return text;
	const imports = LEADING_IMPORTS_PATTERN.exec(text)?.[0] ?? '';
	const head = imports === '' ? '' : `${imports.trimEnd()}\n\n`;
	return `${head}${linesAbove}\n\n${text.slice(imports.length).trimStart()}`;
}

export function importKitPieces(text: string, pieces: readonly string[]): string {
	const isImported = (name: string) => new RegExp(String.raw`^import\s*\{[^}]*\b${name}\b[^}]*\}`, 'm').test(text);
	return pieces
		.filter((name) => !isImported(name))
		.reduce((soFar, name) => addImport(soFar, { name, module: 'braise/scene' }), text);
}

const FUNCTION_START_PATTERN = /^(?:export\s+)?(?:async\s+)?function\s+(\w+)\s*\([^)]*\)[^{\n]*\{/;
const ARROW_FUNCTION_START_PATTERN =
	/^(?:export\s+)?(?:const|let|var)\s+(\w+)\s*=\s*(?:async\s*)?\([^)]*\)[^={\n]*=>\s*/;
const FUNCTION_BLOCK_START_PATTERN = new RegExp(
	String.raw`${FUNCTION_START_PATTERN.source}|${ARROW_FUNCTION_START_PATTERN.source}\{`,
	'gm'
);

export interface FunctionBody {
	name: string;
	start: number;
	/** Offset after the opening brace of the function. */
	from: number;
	/** Offset of the closing brace of the function. */
	to: number;
}

export function findFunctionBodies(text: string): FunctionBody[] {
	const code = blankCommentsAndStrings(text);
	return [...code.matchAll(FUNCTION_BLOCK_START_PATTERN)].map((match) => {
		const from = match.index + match[0].length;
		let to = from;
		for (let depth = 1; to < code.length; to++) {
			if (code[to] === '{') depth++;
			if (code[to] === '}') depth--;
			if (depth === 0) break;
		}
		return { name: match[1] ?? match[2] ?? '', start: match.index, from, to };
	});
}

export function addBracesToArrow(text: string, name: string): string {
	const code = blankCommentsAndStrings(text);
	const start = [...code.matchAll(new RegExp(`${ARROW_FUNCTION_START_PATTERN.source}(?=[^\\s{])`, 'gm'))].find(
		(match) => match[1] === name
	);
	if (start === undefined) return text;
	const from = start.index + start[0].length;
	const to = findEndOfExpression(code, from);
	return `${text.slice(0, from)}{\n\t${text.slice(from, to)};\n}${text.slice(to)}`;
}

/** Returns where an expression ends: at its semicolon, or at the end of a line below which another statement begins. */
function findEndOfExpression(code: string, from: number): number {
	let depth = 0;
	for (let at = from; at < code.length; at++) {
		const character = code[at] ?? '';
		if ('([{'.includes(character)) depth++;
		if (')]}'.includes(character)) depth--;
		if (depth > 0) continue;
		if (character === ';' || (character === '\n' && /^\s*(?:[\w$}]|$)/.test(code.slice(at)))) return at;
	}
	return code.length;
}

/** Returns the text with lines added at the beginning of a function, because the function may end with `return`. */
function addLinesToFunction(text: string, { from, to }: FunctionBody, lines: string): string {
	const body = text.slice(from, to);
	const indent = /\n([^\S\n]+)\S/.exec(body)?.[1] ?? '\t';
	const addedLines = lines.split('\n').map((line) => `\n${indent}${line}`);
	// Code on the line of the opening brace moves to a line of its own, as does the closing brace.
	const firstLine = body.split('\n', 1)[0]?.trim() ?? '';
	const ownLine = firstLine === '' ? '' : `\n${indent}${firstLine}`;
	const otherLines = body.includes('\n') ? body.slice(body.indexOf('\n')) : '\n';
	return text.slice(0, from) + addedLines.join('') + ownLine + otherLines + text.slice(to);
}
