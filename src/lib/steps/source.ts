/** Reads TypeScript text without a compiler, to find declarations and matching braces. */

/** Returns text of the same length and lines, with comments, strings and templates blanked out. */
export function blankNonCode(text: string): string {
	return text.replace(
		/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?|`(?:\\[\s\S]|[^`\\])*`?/g,
		(match) => match.replace(/[^\n]/g, ' ')
	);
}

const CLOSING_BRACKETS: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** Returns where the bracket at `start` closes, in text from `codeOnly`; -1 when it does not. */
export function findClosing(code: string, start: number): number {
	const open: string[] = [];
	for (let at = start; at < code.length; at++) {
		const character = code[at] ?? '';
		const closing = CLOSING_BRACKETS[character];
		if (closing) open.push(closing);
		else if (character === ')' || character === ']' || character === '}') {
			if (open.pop() !== character) return -1;
			if (open.length === 0) return at;
		}
	}
	return -1;
}

export function escapePattern(name: string): string {
	return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
