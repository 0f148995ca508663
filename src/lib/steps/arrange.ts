import type { Step } from '#lib/domain/challenge.ts';
import { findClosingBracket, blankCommentsAndStrings, escapeForPattern } from './source.ts';

type ArrangeStep = Pick<Extract<Step, { kind: 'arrange' }>, 'id' | 'lines' | 'wrong'>;

export function orderedLinePool(step: ArrangeStep): string[] {
	return [...step.lines, ...step.wrong];
}

/** Shuffles the lines the same way for everyone, and never into the right order, even when the wrong lines are left out. */
export function shuffleLines(step: ArrangeStep): string[] {
	const linesToDraw = orderedLinePool(step);
	const nextRandom = seededRandom(step.id);
	const pool: string[] = [];
	while (linesToDraw.length > 0) pool.push(...linesToDraw.splice(Math.floor(nextRandom() * linesToDraw.length), 1));
	for (let rotationCount = 0; rotationCount < pool.length && areLinesInOrder(pool, step.lines); rotationCount++)
		pool.push(...pool.splice(0, 1));
	return pool;
}

/** Tells whether the right lines stand in the right order; wrong lines between them do not count. */
function areLinesInOrder(pool: string[], lines: string[]): boolean {
	const rightLines = pool.filter((line) => lines.includes(line));
	return rightLines.every((line, index) => line === lines[index]);
}

/** Mulberry32: the same seed gives the same numbers. */
function seededRandom(seed: string): () => number {
	let generatorState = 0;
	for (const character of seed) generatorState = (Math.imul(generatorState, 31) + (character.codePointAt(0) ?? 0)) | 0;
	return () => {
		generatorState = (generatorState + 0x6d2b79f5) | 0;
		let mixedState = Math.imul(generatorState ^ (generatorState >>> 15), 1 | generatorState);
		mixedState = (mixedState + Math.imul(mixedState ^ (mixedState >>> 7), 61 | mixedState)) ^ mixedState;
		return ((mixedState ^ (mixedState >>> 14)) >>> 0) / 4294967296;
	};
}

/**
 * Returns the indentation of each line, from the brackets before it. A line that begins with closing brackets aligns with the line that
 * opened them, and brackets opened on one line count once, as in formatters.
 */
export function computeIndentDepths(lines: string[]): number[] {
	const openBracketLines: number[] = [];
	return lines.map((line, index) => {
		const code = blankCommentsAndStrings(line).trim();
		const leadingClosingCount = /^[)\]}]*/.exec(code)?.[0].length ?? 0;
		openBracketLines.splice(Math.max(0, openBracketLines.length - leadingClosingCount));
		const depth = new Set(openBracketLines).size;
		for (const character of code.slice(leadingClosingCount)) {
			if ('([{'.includes(character)) openBracketLines.push(index);
			else if (')]}'.includes(character)) openBracketLines.pop();
		}
		return depth;
	});
}

export type FunctionBodyReplacement = { kind: 'replaced'; text: string } | { kind: 'missing' };

/** Replaces the body of `function name` (or `const name = (…) => {…}`) by these lines. */
export function replaceFunctionBody(text: string, name: string, lines: string[]): FunctionBodyReplacement {
	const body = findFunctionBody(text, name);
	if (!body) return { kind: 'missing' };
	const baseIndent = /^[ \t]*/.exec(text.slice(lineStartOf(text, body.declared)))?.[0] ?? '';
	const indentUnit = /^( +)\S/m.exec(text)?.[1] ?? '\t';
	const lineDepths = computeIndentDepths(lines);
	const bodyText = lines
		.map((line, index) => baseIndent + indentUnit.repeat((lineDepths[index] ?? 0) + 1) + line.trim() + '\n')
		.join('');
	return { kind: 'replaced', text: `${text.slice(0, body.start)}\n${bodyText}${baseIndent}${text.slice(body.end)}` };
}

/** Returns the whole function, with the comment above it and `export`; null when it is missing. */
export function readFunctionText(text: string, name: string): string | null {
	const body = findFunctionBody(text, name);
	if (!body) return null;
	const start = lineStartOf(text, body.declared);
	const commentAbove =
		/(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/[ \t]*\n|(?:[ \t]*\/\/[^\n]*\n)+)$/.exec(text.slice(0, start))?.[0] ?? '';
	const closingText = /^\}[ \t]*;?/.exec(text.slice(body.end))?.[0] ?? '}';
	return `${commentAbove}${text.slice(start, body.end)}${closingText}`;
}

/**
 * Finds a function. `declared` is the offset of its declaration, `start` the offset after its opening brace, `end` that of its
 * closing brace.
 */
function findFunctionBody(text: string, name: string): { declared: number; start: number; end: number } | null {
	const code = blankCommentsAndStrings(text);
	const declarationStart = new RegExp(
		`(?<![\\w$.])(?:function\\s+${escapeForPattern(name)}\\s*|const\\s+${escapeForPattern(name)}\\s*=\\s*(?:function\\s*)?)\\(`
	).exec(code);
	if (!declarationStart) return null;
	const parametersEnd = findClosingBracket(code, declarationStart.index + declarationStart[0].length - 1);
	let openBrace = parametersEnd < 0 ? -1 : code.indexOf('{', parametersEnd);
	for (;;) {
		const closeBrace = openBrace < 0 ? -1 : findClosingBracket(code, openBrace);
		if (closeBrace < 0) return null;
		// The braces found may belong to the return type: then more of the type, or the body itself, follows them.
		if (!/^\s*(?:\[\s*\]\s*)*(?:[{|&]|=>)/.test(code.slice(closeBrace + 1)))
			return { declared: declarationStart.index, start: openBrace + 1, end: closeBrace };
		openBrace = code.indexOf('{', closeBrace + 1);
	}
}

function lineStartOf(text: string, index: number): number {
	return text.lastIndexOf('\n', index - 1) + 1;
}
