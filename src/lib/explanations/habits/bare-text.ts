/** Blanks comments and contents of strings, so that patterns match code only, at unchanged positions. */

/** Matches a comment or a quoted text; without a closing quote, the match ends with the line. */
const COMMENT_OR_TEXT_PATTERN =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[\s\S]|[^`\\])*`|`[^\n]*/g;

export function blankCommentsAndTexts(text: string): string {
	return text.replace(COMMENT_OR_TEXT_PATTERN, (found) => {
		const blankOut = (part: string) => part.replace(/[^\n]/g, ' ');
		const quote = found.charAt(0);
		if (quote === '/') return blankOut(found);
		const isClosed = found.length > 1 && found.endsWith(quote);
		return `${quote}${blankOut(found.slice(1, isClosed ? -1 : undefined))}${isClosed ? quote : ''}`;
	});
}
