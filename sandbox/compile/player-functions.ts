/** Students need not export the functions that the sketch player or p5 calls. */
import type { Sources } from '../contract.ts';
import { libraryNamesOf } from '../libraries/recognise.ts';
import type { SourcePlace } from '../report.ts';
import { PARAMETER_SETTERS_EXPORT } from './modules.ts';

export interface TopLevelName {
	name: string;
	isExported: boolean;
}

const TOKEN_PATTERN =
	/\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:\\[^]|[^'\\\n])*'?|"(?:\\[^]|[^"\\\n])*"?|[\p{ID_Start}$_][\p{ID_Continue}$]*|[^\s]/gu;
/** Its length is bounded, so that the time for a hostile line does not grow with the square of its length. */
const REGULAR_EXPRESSION_PATTERN = /\/(?:\\.|\[(?:\\.|[^\]\\\n]){0,300}\]|[^/\\\n[]){1,1000}\/\p{ID_Continue}*/uy;
const SIGNS_BEFORE_VALUE = new Set('=,:?&|>+-*/%!~^<.');
/** Signs and words after which a slash begins a regular expression; after anything else it divides. */
const TOKENS_BEFORE_REGULAR_EXPRESSION = new Set([
	...'=,:?&|>+-*/%!~^<([{;',
	...['return', 'typeof', 'case', 'in', 'of', 'void', 'delete', 'throw', 'else', 'do', 'yield', 'await']
]);
const DECLARING_WORDS = new Set(['function', 'const', 'let', 'var']);

export function findTopLevelNames(text: string): TopLevelName[] {
	const tokens = readTopLevelTokens(text);
	return tokens.flatMap((token, index) => {
		if (!DECLARING_WORDS.has(token)) return [];
		const tokenBefore = tokens[tokens[index - 1] === 'async' ? index - 2 : index - 1] ?? ';';
		const name = tokens[tokens[index + 1] === '*' ? index + 2 : index + 1];
		if (SIGNS_BEFORE_VALUE.has(tokenBefore) || name === undefined || !isWord(name)) return [];
		return [{ name, isExported: tokenBefore === 'export' }];
	});
}

/** A pair of brackets counts as its closing one; a text, a template or a regular expression counts as one token. */
function readTopLevelTokens(text: string): string[] {
	const tokens: string[] = [];
	let depth = 0;
	/** Depths of the code within open templates; the template goes on after that code's closing brace. */
	const templateDepths: number[] = [];
	let previousToken = ';';
	const addToken = (token: string): void => {
		if (depth === 0) tokens.push(token);
		previousToken = token;
	};
	const pattern = new RegExp(TOKEN_PATTERN);
	for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
		const [token] = match;
		if (token.startsWith('//') || token.startsWith('/*')) continue;
		if (token === '`' || (token === '}' && templateDepths.at(-1) === depth)) {
			if (token === '}') {
				templateDepths.pop();
				depth -= 1;
			}
			const end = findTemplateEnd(text, match.index + 1);
			pattern.lastIndex = end.at;
			if (end.isCodeNext) {
				depth += 1;
				templateDepths.push(depth);
				previousToken = '{';
			} else addToken('`');
		} else if ('([{'.includes(token)) {
			depth += 1;
			previousToken = token;
		} else {
			if (')]}'.includes(token)) depth -= 1;
			const isExpression = token === '/' && TOKENS_BEFORE_REGULAR_EXPRESSION.has(previousToken);
			if (isExpression) pattern.lastIndex = findRegularExpressionEnd(text, match.index);
			addToken(isExpression ? '/…/' : token);
		}
	}
	return tokens;
}

const isWord = (token: string): boolean => /^[\p{ID_Start}$_]/u.test(token);

/** The next position when there is no regular expression. */
function findRegularExpressionEnd(text: string, start: number): number {
	REGULAR_EXPRESSION_PATTERN.lastIndex = start;
	return REGULAR_EXPRESSION_PATTERN.test(text) ? REGULAR_EXPRESSION_PATTERN.lastIndex : start + 1;
}

function findTemplateEnd(text: string, from: number): { at: number; isCodeNext: boolean } {
	for (let at = from; at < text.length; at++) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === '`') return { at: at + 1, isCodeNext: false };
		else if (text[at] === '$' && text[at + 1] === '{') return { at: at + 2, isCodeNext: true };
	}
	return { at: text.length, isCodeNext: false };
}

const PLAYER_FUNCTIONS = new Set([
	'preload',
	'setup',
	'draw',
	'mousePressed',
	'mouseReleased',
	'mouseMoved',
	'mouseDragged',
	'mouseClicked',
	'keyPressed',
	'keyReleased'
]);
const CONSTANT_START_PATTERN = /^([ \t]*(?:export\s+)?)const\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;
const EXPORT_LIST_PATTERN = /^export\s*\{([^}]*)\}/gm;

/** Further functions that p5 calls: https://p5js.org/reference/#Events */
const P5_FUNCTIONS = new Set([
	...PLAYER_FUNCTIONS,
	'doubleClicked',
	'mouseWheel',
	'keyTyped',
	'touchStarted',
	'touchMoved',
	'touchEnded',
	'windowResized',
	'deviceMoved',
	'deviceTurned',
	'deviceShaken'
]);

function playerFunctionNamesFor({ files, scene, page, checks }: Sources): ReadonlySet<string> {
	if (scene !== undefined || checks.length > 0) return new Set();
	if (page === undefined) return PLAYER_FUNCTIONS;
	return libraryNamesOf(files[page] ?? '').includes('p5') ? P5_FUNCTIONS : new Set();
}

/** The added last line also exports the setters of the program's parameters. */
export function exportPlayerFunctions(sources: Sources): Sources {
	const text = sources.files[sources.program];
	if (text === undefined) return sources;
	const names = unexportedFunctionNames(text, playerFunctionNamesFor(sources));
	const parameters = sources.page === undefined ? (sources.parameters ?? []) : [];
	const addedStatements = [
		...(names.length === 0 ? [] : [`export { ${names.join(', ')} };`]),
		...(parameters.length === 0 ? [] : [parameterSettersCode(parameters)])
	];
	if (addedStatements.length === 0) return sources;
	const files = {
		...sources.files,
		[sources.program]: `${replaceConstantsByVariables(text, parameters)}\n${addedStatements.join(' ')}`
	};
	return { ...sources, files };
}

const parameterSettersCode = (names: string[]): string =>
	`export const ${PARAMETER_SETTERS_EXPORT} = { ${names.map((name) => `${name}: (value: never) => { ${name} = value; }`).join(', ')} };`;

/** Replaces `const` by `let` and two blanks, so that the columns of the line stay the same. */
function replaceConstantsByVariables(text: string, names: string[]): string {
	if (names.length === 0) return text;
	return text.replace(CONSTANT_START_PATTERN, (whole, before: string, name: string) =>
		names.includes(name) ? `${before}let  ${whole.slice(before.length + 'const'.length)}` : whole
	);
}

function unexportedFunctionNames(text: string, called: ReadonlySet<string>): string[] {
	const exportedNames = [...text.matchAll(EXPORT_LIST_PATTERN)].flatMap(([, names = '']) =>
		names.split(',').map((name) => name.trim())
	);
	const names = new Set(
		findTopLevelNames(text)
			.filter(({ isExported }) => !isExported)
			.map(({ name }) => name)
	);
	return [...names].filter((name) => called.has(name) && !exportedNames.includes(name));
}

/** An unfinished program gets its error at the `export` of the added line; it is moved to the program's end. */
export function moveDiagnosticBeforeAddedLine(
	message: string,
	place: SourcePlace,
	sources: Sources
): { message: string; place: SourcePlace } {
	const lines = (sources.files[place.file] ?? '').split('\n');
	if (place.line <= lines.length) return { message, place };
	return {
		message: message.replace('"export"', 'end of file'),
		place: { file: place.file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
	};
}
