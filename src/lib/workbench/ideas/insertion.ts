/** Inserts an idea into a sketch: lines at the caret, declarations and imports above all functions. */
import { addImport } from '#lib/editor/add-import.ts';
import type { Idea } from './idea.ts';

interface Inserted {
	text: string;
	/** Offset of the caret after inserting: the end of the last inserted line. */
	caret: number;
}

/** Matches comments and strings, in which braces do not count. */
const NOT_CODE = /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
const FUNCTION = /^(?:export\s+)?(?:async\s+)?function\s+(\w+)\s*\([^)]*\)[^{\n]*\{/gm;
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
	return [...code.matchAll(FUNCTION)].map((match) => {
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
export function insertIdea(text: string, caret: number, { code: written, before, pieces }: Idea): Inserted {
	const code = withFreeNames(written, text);
	const bodies = functionsIn(text);
	const around = bodies.find(({ name, from, to }) => name !== 'setup' && from <= caret && caret <= to);
	const draw = bodies.find(({ name }) => name === 'draw');
	const insertion = around
		? insertBelow(text, caret, around, code)
		: draw
			? insertBelow(text, text.slice(0, draw.to).trimEnd().length, draw, code)
			: appendDraw(text, code);
	return declareAbove(insertion, before, pieces);
}

/** Returns the program of a page with the idea at its end. */
export function appendPageIdea(text: string, { code }: Idea): Inserted {
	const head = text.trimEnd() === '' ? '' : `${text.trimEnd()}\n\n`;
	const whole = head + withFreeNames(code, text);
	return { text: `${whole}\n`, caret: whole.length };
}

/** Renames those constants of the idea's code whose names the sketch uses already. */
function withFreeNames(code: string, text: string): string {
	const names = [...code.matchAll(/^const (\w+)/gm)].map(([, name = '']) => name);
	return names.reduce((soFar, name) => {
		let free = name;
		for (let count = 2; new RegExp(String.raw`\b(?:const|let|function) ${free}\b`).test(text); count++)
			free = `${name}${count}`;
		return soFar.replace(new RegExp(String.raw`\b${name}\b`, 'g'), free);
	}, code);
}

/** Inserts code below the line of an offset, or in place of that line when it is empty. */
function insertBelow(text: string, offset: number, { from, to }: FunctionBody, code: string): Inserted {
	const start = text.lastIndexOf('\n', offset - 1) + 1;
	const endOfLine = text.indexOf('\n', offset);
	const end = Math.min(endOfLine === -1 ? text.length : endOfLine, to);
	const line = text.slice(start, end);
	const indent = indentAt(text, start, from);
	const lines = code
		.split('\n')
		.map((each) => indent + each)
		.join('\n');
	if (line.trim() === '' && start >= from)
		return { text: text.slice(0, start) + lines + text.slice(end), caret: start + lines.length };
	const head = text.slice(0, end).trimEnd();
	// When the function's body stands on one line, its closing brace comes after the caret and goes to a line of its own.
	const tail = endOfLine === -1 || endOfLine > to ? `\n${text.slice(to)}` : text.slice(end);
	return { text: `${head}\n${lines}${tail}`, caret: head.length + 1 + lines.length };
}

/** Returns the indentation for a line: that of the text before it, one tab deeper after an opening brace. */
function indentAt(text: string, start: number, from: number): string {
	const end = text.indexOf('\n', start);
	const upTo = text.slice(0, end === -1 ? text.length : end).trimEnd();
	if (upTo.length <= from) return '\t';
	const last = upTo.slice(upTo.lastIndexOf('\n') + 1);
	const white = /^\s*/.exec(last)?.[0] ?? '';
	return last.endsWith('{') ? `${white}\t` : white === '' ? '\t' : white;
}

function appendDraw(text: string, code: string): Inserted {
	const head = text.trimEnd() === '' ? '' : `${text.trimEnd()}\n\n`;
	const body = `function draw() {\n\t${code.replaceAll('\n', '\n\t')}`;
	return { text: `${head}${body}\n}\n`, caret: head.length + body.length };
}

function declareAbove({ text, caret }: Inserted, before: string, pieces: readonly string[]): Inserted {
	const declared = before !== '' && !text.includes(before.split('\n')[0] ?? '') ? withDeclarations(text, before) : text;
	const isImported = (name: string) => new RegExp(String.raw`^import\s*\{[^}]*\b${name}\b[^}]*\}`, 'm').test(text);
	const whole = pieces
		.filter((name) => !isImported(name))
		.reduce((soFar, name) => addImport(soFar, { name, module: 'braise/scene' }), declared);
	return { text: whole, caret: caret + whole.length - text.length };
}

function withDeclarations(text: string, before: string): string {
	const imports = IMPORTS.exec(text)?.[0] ?? '';
	return `${imports}${imports === '' ? '' : '\n'}${before}\n\n${text.slice(imports.length).trimStart()}`;
}
