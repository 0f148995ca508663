/**
 * French as it is printed: its own apostrophe, and a space before : ; ? ! and inside « ». A plain space will do, the app makes it one
 * that does not break. Code, addresses and ids are left alone.
 */
import type { ReadChallenge } from '../../src/lib/server/content/pack.ts';
import type { ContentProblem } from '../../src/lib/server/content/problem.ts';

const FRENCH = /^(?:text|teacher)\.fr\.md$/;
const NOT_WORDS = /`[^`]*`|https?:\/\/[^\s)]+|^#+ [\w-]+:(?= )|^- [A-Za-z][\w-]*:(?= )|\{\w+\}/g;

export function typographyProblems({ files }: Pick<ReadChallenge, 'files'>): ContentProblem[] {
	return Object.entries(files)
		.filter(([file]) => FRENCH.test(file))
		.flatMap(([file, text]) => inText(text).map(({ line, message }) => ({ file, line, message })));
}

function inText(text: string): Omit<ContentProblem, 'file'>[] {
	let fenced = false;
	return text.split('\n').flatMap((row, index) => {
		if (/^\s*(```|~~~)/.test(row)) fenced = !fenced;
		// Something stands where code was, so that a space before it is still one before it.
		const words = fenced ? '' : row.replace(NOT_WORDS, 'x');
		const line = index + 1;
		const straight = /\S*[\p{L}x]'[\p{L}x]\S*/u.exec(words);
		const close = /\S*[\p{L}\d)»%](?:[;?!]|:)(?=\s|$)|«\S+|\S+»/u.exec(words);
		return [
			...(straight ? [{ line, message: `"${straight[0]}": in French the apostrophe is ’` }] : []),
			...(close ? [{ line, message: `"${close[0]}": in French a space stands before : ; ? ! and inside « »` }] : [])
		];
	});
}
