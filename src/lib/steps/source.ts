/** Matches comments, strings and templates, each also when the text ends inside it. */
const COMMENT_OR_STRING_PATTERN =
	/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?|`(?:\\[\s\S]|[^`\\])*`?/g;

/** Returns a text with blanks in place of comments, strings and templates; length and lines stay the same. */
export function blankCommentsAndStrings(text: string): string {
	return text.replace(COMMENT_OR_STRING_PATTERN, (match) => match.replace(/[^\n]/g, ' '));
}

export function linesWithoutComments(text: string): string[] {
	return text
		.replace(COMMENT_OR_STRING_PATTERN, (match) => (match.startsWith('/') ? '' : match))
		.split('\n')
		.map((line) => line.trimEnd())
		.filter((line) => line !== '');
}

const CLOSING_BRACKETS: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** Returns where the bracket at `start` closes, in a text from `blankCommentsAndStrings`; -1 when it does not close. */
export function findClosingBracket(code: string, start: number): number {
	const openBrackets: string[] = [];
	for (let at = start; at < code.length; at++) {
		const character = code[at] ?? '';
		const closing = CLOSING_BRACKETS[character];
		if (closing) openBrackets.push(closing);
		else if (character === ')' || character === ']' || character === '}') {
			if (openBrackets.pop() !== character) return -1;
			if (openBrackets.length === 0) return at;
		}
	}
	return -1;
}

export function escapeForPattern(name: string): string {
	return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
