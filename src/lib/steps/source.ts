/** Reading TypeScript text without a compiler: enough to find a declaration or a matching brace, and no more. */

/** The same text, same length and lines, with the inside of comments, strings and templates blanked out. */
export function codeOnly(text: string): string {
	return text.replace(
		/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?|`(?:\\[\s\S]|[^`\\])*`?/g,
		(match) => match.replace(/[^\n]/g, ' ')
	);
}

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** Where the bracket that opens at `start` closes, in text without strings and comments; -1 when it does not. */
export function closingOf(code: string, start: number): number {
	const open: string[] = [];
	for (let at = start; at < code.length; at++) {
		const character = code[at] ?? '';
		const closing = CLOSING[character];
		if (closing) open.push(closing);
		else if (character === ')' || character === ']' || character === '}') {
			if (open.pop() !== character) return -1;
			if (open.length === 0) return at;
		}
	}
	return -1;
}

export function escaped(name: string): string {
	return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
