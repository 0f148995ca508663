/** Checks French typography: the apostrophe ’, spaces before : ; ? ! and inside « », and no point médian. */
import type { ReadChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/problem.ts';

const FRENCH_FILE = /^(?:text|teacher)\.fr\.md$/;
const NOT_WORDS = /`[^`]*`|https?:\/\/[^\s)]+|^#+ [\w-]+:(?= )|^- [A-Za-z][\w-]*:(?= )|\{\w+\}/g;

/** Accepts plain spaces, which the app makes non-breaking, and skips code, addresses and ids. */
export function typographyProblems({ files, titles }: Pick<ReadChallenge, 'files' | 'titles'>): ContentProblem[] {
	const beside = titles.flatMap(({ because, place }) =>
		typeof because === 'string' ? [] : inText(because.fr ?? '').map(({ message }) => ({ ...place, message }))
	);
	const inFiles = Object.entries(files)
		.filter(([file]) => FRENCH_FILE.test(file))
		.flatMap(([file, text]) => inText(text).map(({ line, message }) => ({ file, line, message })));
	return [...inFiles, ...beside];
}

function inText(text: string): Omit<ContentProblem, 'file'>[] {
	let fenced = false;
	return text.split('\n').flatMap((row, index) => {
		if (/^\s*(```|~~~)/.test(row)) fenced = !fenced;
		// Replace code with a letter, so that a space before it remains one.
		const words = fenced ? '' : row.replace(NOT_WORDS, 'x');
		const line = index + 1;
		const straight = /\S*[\p{L}x]'[\p{L}x]\S*/u.exec(words);
		const dotted = /\S*\p{L}·\p{L}\S*/u.exec(words);
		const close = /\S*[\p{L}\d)»%](?:[;?!]|:)(?=\s|$)|«\S+|\S+»/u.exec(words);
		return [
			...(straight ? [{ line, message: `"${straight[0]}": in French the apostrophe is ’` }] : []),
			...(dotted ? [{ line, message: `"${dotted[0]}": in French no word has a point médian` }] : []),
			...(close ? [{ line, message: `"${close[0]}": in French a space stands before : ; ? ! and inside « »` }] : [])
		];
	});
}
