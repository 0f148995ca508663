/** Blanks comments and contents of strings, so that patterns match code only, at unchanged positions. */
const COMMENT_OR_TEXT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|(['"`])(?:\\.|(?!\1)[^\\\n])*\1/g;

export function blankCommentsAndTexts(text: string): string {
	return text.replace(COMMENT_OR_TEXT, (found, quote: string | undefined) => {
		const blankOut = (part: string) => part.replace(/[^\n]/g, ' ');
		return quote === undefined ? blankOut(found) : `${quote}${blankOut(found.slice(1, -1))}${quote}`;
	});
}
