/** Checks and corrects French typography: apostrophes, spaces before : ; ? ! and in « », no point médian. */
import type { ReadChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/problem.ts';

const FRENCH_FILE = /^(?:text|teacher)\.fr\.md$/;
const CODE_IN_TEXT = /`[^`]*`|https?:\/\/[^\s)]+|^#+ [\w-]+:(?= )|^- [A-Za-z][\w-]*:(?= )|\{\w+\}/g;
const FENCE_LINE = /^\s*(```|~~~)/;
/** Replaces code in a text, so that a space before it does not disappear. */
const CODE_CHARACTER = '\uE000';

/** Accepts plain spaces, which the app makes non-breaking, and skips code, addresses and ids. */
export function problemsOfTypography({
	files,
	titles,
	changes
}: Pick<ReadChallenge, 'files' | 'titles' | 'changes'>): ContentProblem[] {
	const reasons = Object.values(changes).flatMap(({ because, place }) =>
		because === undefined ? [] : [{ because, place }]
	);
	const titleProblems = [...titles, ...reasons].flatMap(({ because, place }) =>
		typographyProblems(frenchTitle(because, files)).map(({ message }) => ({ ...place, message }))
	);
	const fileProblems = Object.entries(files)
		.filter(([file]) => FRENCH_FILE.test(file))
		.flatMap(([file, text]) => typographyProblems(text).map(({ line, message }) => ({ file, line, message })));
	return [...fileProblems, ...titleProblems];
}

/** A title that is only a text is in the only language of the challenge. */
function frenchTitle(because: ReadChallenge['titles'][number]['because'], files: ReadChallenge['files']): string {
	if (typeof because !== 'string') return because.fr ?? '';
	return Object.keys(files).some((file) => FRENCH_FILE.test(file)) ? because : '';
}

export function isFrenchText(file: string): boolean {
	return FRENCH_FILE.test(file);
}

/** Corrects mistakes for which there is a rule. A point médian is left, because it needs another word. */
export function mendTypography(text: string): string {
	let isFenced = false;
	return text
		.split('\n')
		.map((row) => {
			if (FENCE_LINE.test(row)) isFenced = !isFenced;
			return isFenced ? row : mendRow(row);
		})
		.join('\n');
}

function mendRow(row: string): string {
	const codeParts = row.match(CODE_IN_TEXT) ?? [];
	const mendedRow = row
		.replace(CODE_IN_TEXT, CODE_CHARACTER)
		.replace(/([\p{L}\uE000])'(?=[\p{L}\uE000])/gu, '$1’')
		.replace(/([\p{L}\d)»%\uE000])([;?!:])(?=\s|$)/gu, '$1 $2')
		.replace(/«(?=\S)/g, '« ')
		.replace(/(?<=\S)»/g, ' »')
		.replace(/(?<=[\s\u00a0\u202f]) »/g, '»');
	let at = 0;
	return mendedRow.replace(/\uE000/g, () => codeParts[at++] ?? '');
}

function typographyProblems(text: string): Omit<ContentProblem, 'file'>[] {
	let isInFence = false;
	return text.split('\n').flatMap((row, index) => {
		if (FENCE_LINE.test(row)) isInFence = !isInFence;
		const words = isInFence ? '' : row.replace(CODE_IN_TEXT, CODE_CHARACTER);
		const line = index + 1;
		const straightApostrophe = /\S*[\p{L}\uE000]'[\p{L}\uE000]\S*/u.exec(words);
		const wordWithPointMedian = /\S*\p{L}·\p{L}\S*/u.exec(words);
		const missingSpace = /\S*[\p{L}\d)»%\uE000](?:[;?!]|:)(?=\s|$)|«\S+|\S+»/u.exec(words);
		const quoteMatch = ([found]: RegExpExecArray) => found.replaceAll(CODE_CHARACTER, '…');
		return [
			...(straightApostrophe
				? [{ line, message: `"${quoteMatch(straightApostrophe)}": in French the apostrophe is ’` }]
				: []),
			...(wordWithPointMedian
				? [{ line, message: `"${quoteMatch(wordWithPointMedian)}": in French no word has a point médian` }]
				: []),
			...(missingSpace
				? [{ line, message: `"${quoteMatch(missingSpace)}": in French a space stands before : ; ? ! and inside « »` }]
				: [])
		];
	});
}
