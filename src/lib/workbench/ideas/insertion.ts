import {
	mergeDeclaredFunctions,
	hasDeclarations,
	importKitPieces,
	insertDeclarations,
	findFunctionBodies,
	addBracesToArrow,
	type FunctionBody
} from './sketch-parts.ts';
import type { Idea } from './idea.ts';
import { blankCommentsAndStrings, escapeForPattern } from '#lib/steps/source.ts';

interface IdeaLines {
	linesAbove: string;
	code: string;
}

const COMMENT_OR_STRING_PATTERN = /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/;
/** Matches a declaration at the beginning of a line; an indented declaration belongs only to its block. */
const DECLARED_NAME_PATTERN = /^(?:const|let|var) (\w+)/gm;

/**
 * Returns a pattern that matches a name, but not after the dot of a property. After the three dots of a spread the name counts.
 */
const createVariableUsePattern = (name: string): string =>
	String.raw`(?<![\p{L}\p{N}_$]|(?<!\.)\.)${escapeForPattern(name)}(?![\p{L}\p{N}_$])`;

function renameTakenNames(lines: IdeaLines, text: string): IdeaLines {
	const sketchCode = blankCommentsAndStrings(text);
	const isNameTaken = (name: string) => new RegExp(createVariableUsePattern(name), 'u').test(sketchCode);
	const declaredNames = [...`${lines.linesAbove}\n${lines.code}`.matchAll(DECLARED_NAME_PATTERN)].map(
		([, name = '']) => name
	);
	return declaredNames.reduce(({ linesAbove, code }, name) => {
		let freeName = name;
		for (let count = 2; isNameTaken(freeName); count++) freeName = `${name}${count}`;
		return { linesAbove: renameInCode(linesAbove, name, freeName), code: renameInCode(code, name, freeName) };
	}, lines);
}

/** Renames a variable in code, also inside `${…}` of a template, but not in comments and strings. */
function renameInCode(code: string, name: string, freeName: string): string {
	if (name === freeName) return code;
	return code.replace(
		new RegExp(`${COMMENT_OR_STRING_PATTERN.source}|${createVariableUsePattern(name)}`, 'gu'),
		(match) => {
			if (match === name) return freeName;
			if (!match.startsWith('`')) return match;
			return match.replace(/\$\{([^}]*)\}/g, (_, inner: string) => `\${${renameInCode(inner, name, freeName)}}`);
		}
	);
}

interface InsertedText {
	text: string;
	/** Offset of the caret after inserting: the end of the last inserted line. */
	caret: number;
}

/**
 * Returns the sketch with the idea. Lines outside of functions or in `setup` would draw nothing that stays, so an idea inserted there goes
 * to the end of `draw`.
 */
export function insertIdea(sketch: string, caretInSketch: number, idea: Idea): InsertedText {
	// An idea that is inserted again uses the declarations of its first insertion.
	const missingLines = hasDeclarations(sketch, idea.linesAbove) ? '' : idea.linesAbove;
	const { code, linesAbove: newLines } = renameTakenNames({ code: idea.code, linesAbove: missingLines }, sketch);
	const { text, linesAbove, caret } = mergeDeclaredFunctions({
		text: sketch,
		linesAbove: newLines,
		caret: caretInSketch
	});
	const insertion = insertCodeAtCaret(text, caret, code);
	const textWithAll = importKitPieces(insertDeclarations(insertion.text, linesAbove), idea.pieces);
	return { text: textWithAll, caret: insertion.caret + textWithAll.length - insertion.text.length };
}

function insertCodeAtCaret(text: string, caret: number, code: string): InsertedText {
	const bodies = findFunctionBodies(text);
	const surroundingBody = bodies.find(({ name, from, to }) => name !== 'setup' && from <= caret && caret <= to);
	if (surroundingBody) return insertCodeBelowLine(text, caret, surroundingBody, code);
	const openedText = addBracesToArrow(text, 'draw');
	const drawBody = findFunctionBodies(openedText).find(({ name }) => name === 'draw');
	return drawBody
		? insertCodeBelowLine(openedText, openedText.slice(0, drawBody.to).trimEnd().length, drawBody, code)
		: appendDrawFunction(text, code);
}

/** Returns the page's program with the idea added at the end, about files of the project (`paths`) where it has some. */
export function appendPageIdea(text: string, { code }: Idea, paths: readonly string[] = []): InsertedText {
	const head = text.trimEnd() === '' ? '' : `${text.trimEnd()}\n\n`;
	const whole = head + renameTakenNames({ code: nameProjectFiles(code, paths), linesAbove: '' }, text).code;
	return { text: `${whole}\n`, caret: whole.length };
}

const SAMPLE_FILE_NAME_PATTERNS = [/\w+\.csv/, /\w+\.(?:png|jpe?g|webp|gif|svg)/];

function nameProjectFiles(code: string, paths: readonly string[]): string {
	return SAMPLE_FILE_NAME_PATTERNS.reduce((named, { source }) => {
		const ownPath = paths.find((path) => new RegExp(`${source}$`).test(path));
		return named.replace(new RegExp(`'(${source})'`, 'g'), (whole, sample: string) =>
			ownPath === undefined || paths.includes(sample) ? whole : `'${ownPath}'`
		);
	}, code);
}

function insertCodeBelowLine(text: string, offset: number, { from, to }: FunctionBody, code: string): InsertedText {
	const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
	const endOfLine = text.indexOf('\n', offset);
	const insertionEnd = Math.min(endOfLine === -1 ? text.length : endOfLine, to);
	const line = text.slice(lineStart, insertionEnd);
	const indent = indentationOfLine(text, lineStart, from);
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

function indentationOfLine(text: string, lineStart: number, from: number): string {
	const end = text.indexOf('\n', lineStart);
	const textUpToLine = text.slice(0, end === -1 ? text.length : end).trimEnd();
	if (textUpToLine.length <= from) return '\t';
	const lastLine = textUpToLine.slice(textUpToLine.lastIndexOf('\n') + 1);
	const lastIndent = /^\s*/.exec(lastLine)?.[0] ?? '';
	return lastLine.endsWith('{') ? `${lastIndent}\t` : lastIndent === '' ? '\t' : lastIndent;
}

function appendDrawFunction(text: string, code: string): InsertedText {
	const head = text.trimEnd() === '' ? '' : `${text.trimEnd()}\n\n`;
	const drawFunction = `function draw() {\n\t${code.replaceAll('\n', '\n\t')}`;
	return { text: `${head}${drawFunction}\n}\n`, caret: head.length + drawFunction.length };
}
