/** Finds the functions and variables that a program declares outside of all brackets, without parsing it. */

export interface TopLevelName {
	name: string;
	isExported: boolean;
}

/** Matches a comment, a quoted text, a word, or any other single character. */
const TOKEN_PATTERN =
	/\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:\\[^]|[^'\\\n])*'?|"(?:\\[^]|[^"\\\n])*"?|[\p{ID_Start}$_][\p{ID_Continue}$]*|[^\s]/gu;
/**
 * Matches a regular expression at its first slash. Its length is bounded, so that the time for a hostile line does not grow with the
 * square of the line's length.
 */
const REGULAR_EXPRESSION_PATTERN = /\/(?:\\.|\[(?:\\.|[^\]\\\n]){0,300}\]|[^/\\\n[]){1,1000}\/\p{ID_Continue}*/uy;
/** Signs after which an expression goes on: a `function` that follows is a value and declares nothing. */
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

/**
 * Returns the words and signs outside of all brackets. A pair of brackets counts as its closing one; a text, a template or a regular
 * expression counts as one token.
 */
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

/** Returns where the regular expression that begins at `start` ends; the next position when there is none. */
function findRegularExpressionEnd(text: string, start: number): number {
	REGULAR_EXPRESSION_PATTERN.lastIndex = start;
	return REGULAR_EXPRESSION_PATTERN.test(text) ? REGULAR_EXPRESSION_PATTERN.lastIndex : start + 1;
}

/** Returns where a template ends, or where the code after its next `${` begins. */
function findTemplateEnd(text: string, from: number): { at: number; isCodeNext: boolean } {
	for (let at = from; at < text.length; at++) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === '`') return { at: at + 1, isCodeNext: false };
		else if (text[at] === '$' && text[at + 1] === '{') return { at: at + 2, isCodeNext: true };
	}
	return { at: text.length, isCodeNext: false };
}
