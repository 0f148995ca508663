/** Inserts an idea into a sketch: lines at the caret, declarations and imports above all functions. */
import { addImport } from '#lib/editor/add-import.ts';
import type { Idea } from './idea.ts';

interface InsertedText {
	text: string;
	/** Offset of the caret after inserting: the end of the last inserted line. */
	caret: number;
}

/** Matches comments and strings, in which braces do not count. */
const NOT_CODE = /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
const FUNCTION_START = /^(?:export\s+)?(?:async\s+)?function\s+(\w+)\s*\([^)]*\)[^{\n]*\{/gm;
const IMPORTS = /^(?:import[^]*?;\n)*/;

interface FunctionBody {
	name: string;
	/** Offset after the opening brace of the function. */
	from: number;
	/** Offset of the closing brace of the function. */
	to: number;
}

function functionsIn(text: string): FunctionBody[] {
	const code = text.replace(NOT_CODE, (whole) => ' '.repeat(whole.length));
	return [...code.matchAll(FUNCTION_START)].map((match) => {
		const from = match.index + match[0].length;
		let to = from;
		for (let depth = 1; to < code.length; to++) {
			if (code[to] === '{') depth++;
			if (code[to] === '}') depth--;
			if (depth === 0) break;
		}
		return { name: match[1] ?? '', from, to };
	});
}

/**
 * Returns the sketch with the idea. Lines outside of functions or in `setup` would draw nothing that stays, so an idea inserted there goes
 * to the end of `draw`.
 */
export function insertIdea(
	text: string,
	caret: number,
	{ code: written, linesAbove: before, pieces }: Idea
): InsertedText {
	const code = renameTakenConstants(written, text);
	const bodies = functionsIn(text);
	const surroundingBody = bodies.find(({ name, from, to }) => name !== 'setup' && from <= caret && caret <= to);
	const drawBody = bodies.find(({ name }) => name === 'draw');
	const insertion = surroundingBody
		? insertBelow(text, caret, surroundingBody, code)
		: drawBody
			? insertBelow(text, text.slice(0, drawBody.to).trimEnd().length, drawBody, code)
			: appendDraw(text, code);
	return declareAbove(insertion, before, pieces);
}

/** Returns the program of a page with the idea at its end. */
export function appendPageIdea(text: string, { code }: Idea): InsertedText {
	const head = text.trimEnd() === '' ? '' : `${text.trimEnd()}\n\n`;
	const whole = head + renameTakenConstants(code, text);
	return { text: `${whole}\n`, caret: whole.length };
}

/** Renames those constants of the idea's code whose names the sketch uses already. */
function renameTakenConstants(code: string, text: string): string {
	const constantNames = [...code.matchAll(/^const (\w+)/gm)].map(([, name = '']) => name);
	return constantNames.reduce((soFar, name) => {
		let freeName = name;
		for (let count = 2; new RegExp(String.raw`\b(?:const|let|function) ${freeName}\b`).test(text); count++)
			freeName = `${name}${count}`;
		return soFar.replace(new RegExp(String.raw`\b${name}\b`, 'g'), freeName);
	}, code);
}

/** Inserts code below the line of an offset, or in place of that line when it is empty. */
function insertBelow(text: string, offset: number, { from, to }: FunctionBody, code: string): InsertedText {
	const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
	const endOfLine = text.indexOf('\n', offset);
	const insertionEnd = Math.min(endOfLine === -1 ? text.length : endOfLine, to);
	const line = text.slice(lineStart, insertionEnd);
	const indent = indentAt(text, lineStart, from);
	const indentedCode = code
		.split('\n')
		.map((each) => indent + each)
		.join('\n');
	if (line.trim() === '' && lineStart >= from)
		return {
			text: text.slice(0, lineStart) + indentedCode + text.slice(insertionEnd),
			caret: lineStart + indentedCode.length
		};
	const head = text.slice(0, insertionEnd).trimEnd();
	// When the function's body stands on one line, its closing brace comes after the caret and goes to a line of its own.
	const textBelow = endOfLine === -1 || endOfLine > to ? `\n${text.slice(to)}` : text.slice(insertionEnd);
	return { text: `${head}\n${indentedCode}${textBelow}`, caret: head.length + 1 + indentedCode.length };
}

/** Returns the indentation for a line: that of the text before it, one tab deeper after an opening brace. */
function indentAt(text: string, lineStart: number, from: number): string {
	const end = text.indexOf('\n', lineStart);
	const textUpToLine = text.slice(0, end === -1 ? text.length : end).trimEnd();
	if (textUpToLine.length <= from) return '\t';
	const lastLine = textUpToLine.slice(textUpToLine.lastIndexOf('\n') + 1);
	const lastIndent = /^\s*/.exec(lastLine)?.[0] ?? '';
	return lastLine.endsWith('{') ? `${lastIndent}\t` : lastIndent === '' ? '\t' : lastIndent;
}

function appendDraw(text: string, code: string): InsertedText {
	const head = text.trimEnd() === '' ? '' : `${text.trimEnd()}\n\n`;
	const drawFunction = `function draw() {\n\t${code.replaceAll('\n', '\n\t')}`;
	return { text: `${head}${drawFunction}\n}\n`, caret: head.length + drawFunction.length };
}

function declareAbove({ text, caret }: InsertedText, declarations: string, pieces: readonly string[]): InsertedText {
	const textWithDeclarations =
		declarations !== '' && !text.includes(declarations.split('\n')[0] ?? '')
			? insertDeclarations(text, declarations)
			: text;
	const isImported = (name: string) => new RegExp(String.raw`^import\s*\{[^}]*\b${name}\b[^}]*\}`, 'm').test(text);
	const textWithImports = pieces
		.filter((name) => !isImported(name))
		.reduce((soFar, name) => addImport(soFar, { name, module: 'braise/scene' }), textWithDeclarations);
	return { text: textWithImports, caret: caret + textWithImports.length - text.length };
}

function insertDeclarations(text: string, declarations: string): string {
	const imports = IMPORTS.exec(text)?.[0] ?? '';
	return `${imports}${imports === '' ? '' : '\n'}${declarations}\n\n${text.slice(imports.length).trimStart()}`;
}
