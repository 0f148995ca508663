/** Finds the functions and variables that a program declares outside of all brackets, without parsing it. */

export interface TopLevelName {
	name: string;
	isExported: boolean;
}

/** Comments, texts, and brackets and words between them. A `/` after a value divides; anywhere else it begins a pattern. */
const TOKEN_PATTERN =
	/\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:\\[^]|[^'\\\n])*'?|"(?:\\[^]|[^"\\\n])*"?|[\p{ID_Start}$_][\p{ID_Continue}$]*|[^\s]/gu;
/** Bounded, so that reading a hostile line takes no time that grows with the square of its length. */
const PATTERN_LITERAL = /\/(?:\\.|\[(?:\\.|[^\]\\\n]){0,300}\]|[^/\\\n[]){1,1000}\/\p{ID_Continue}*/uy;
/** Characters after which an expression goes on, so that a `function` there is a value, and a `/` begins a pattern. */
const BEFORE_VALUE = '=(,:?&|>+-*/%!~^<[{;';
const BEFORE_EXPRESSION = '=(,:?&|>+-*/%!~^<[';
const DECLARING_WORDS = new Set(['function', 'const', 'let', 'var']);

export function findTopLevelNames(text: string): TopLevelName[] {
	const names: TopLevelName[] = [];
	let depth = 0;
	/** Depths at which a template goes on after `}`. */
	const templateDepths: number[] = [];
	let previousToken = '';
	/** Whether a declaring word was read; its name comes next. */
	let isDeclaring = false;
	let isExported = false;
	const pattern = new RegExp(TOKEN_PATTERN);
	for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
		const [token] = match;
		if (token.startsWith('//') || token.startsWith('/*')) continue;
		if (token === '/' && (previousToken === '' || BEFORE_VALUE.includes(previousToken.at(-1) ?? ''))) {
			PATTERN_LITERAL.lastIndex = match.index;
			if (PATTERN_LITERAL.test(text)) pattern.lastIndex = PATTERN_LITERAL.lastIndex;
			previousToken = ')';
			continue;
		}
		if (token === '`' || (token === '}' && templateDepths.at(-1) === depth)) {
			if (token === '}') templateDepths.pop();
			const end = findTemplateEnd(text, match.index + 1);
			pattern.lastIndex = end.at;
			if (end.isHole) templateDepths.push(depth);
			previousToken = end.isHole ? '(' : ')';
			continue;
		}
		if ('([{'.includes(token)) depth += 1;
		else if (')]}'.includes(token)) depth -= 1;
		else if (depth === 0 && isDeclaring && token !== '*') {
			if (isWord(token)) names.push({ name: token, isExported });
			isDeclaring = false;
		} else if (
			depth === 0 &&
			DECLARING_WORDS.has(token) &&
			(previousToken === '' || !BEFORE_EXPRESSION.includes(previousToken.at(-1) ?? ''))
		)
			isDeclaring = true;
		if (token === 'export') isExported = true;
		else if (token !== 'async' && !isDeclaring) isExported = false;
		previousToken = token;
	}
	return names;
}

const isWord = (token: string): boolean => /^[\p{ID_Start}$_]/u.test(token);

/** Returns where a template ends, or where its next `${` begins code. */
function findTemplateEnd(text: string, from: number): { at: number; isHole: boolean } {
	for (let at = from; at < text.length; at++) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === '`') return { at: at + 1, isHole: false };
		else if (text[at] === '$' && text[at + 1] === '{') return { at: at + 2, isHole: true };
	}
	return { at: text.length, isHole: false };
}
