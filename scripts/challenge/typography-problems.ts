/** Checks French typography: apostrophes, spaces before : ; ? ! and in « », no point médian. */
import { CODE_PLACEHOLDER, CODE_IN_TEXT_PATTERN, CODE_FENCE_PATTERN } from '#lib/server/content/mend-typography.ts';
import type { ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';

const FRENCH_FILE_PATTERN = /^(?:text|teacher)\.fr\.md$/;

/** Reports faults in French texts. Accepts plain spaces, which the app makes non-breaking; skips code, addresses and ids. */
export function findTypographyProblems({
	files,
	titles,
	changes
}: Pick<ParsedChallenge, 'files' | 'titles' | 'changes'>): ContentProblem[] {
	const reasons = Object.values(changes).flatMap(({ because, place }) =>
		because === undefined ? [] : [{ because, place }]
	);
	const titleProblems = [...titles, ...reasons].flatMap(({ because, place }) =>
		findTextTypographyProblems(frenchTitleTextOf(because, files)).map(({ message }) => ({ ...place, message }))
	);
	const fileProblems = Object.entries(files)
		.filter(([file]) => FRENCH_FILE_PATTERN.test(file))
		.flatMap(([file, text]) => findTextTypographyProblems(text).map(({ line, message }) => ({ file, line, message })));
	return [...fileProblems, ...titleProblems];
}

/** Returns a title's French text. A title without languages is in the only language of the challenge. */
function frenchTitleTextOf(
	because: ParsedChallenge['titles'][number]['because'],
	files: ParsedChallenge['files']
): string {
	if (typeof because !== 'string') return because.fr ?? '';
	return Object.keys(files).some((file) => FRENCH_FILE_PATTERN.test(file)) ? because : '';
}

export function isFrenchTextFile(file: string): boolean {
	return FRENCH_FILE_PATTERN.test(file);
}

function findTextTypographyProblems(text: string): Omit<ContentProblem, 'file'>[] {
	let isInFence = false;
	return text.split('\n').flatMap((row, index) => {
		if (CODE_FENCE_PATTERN.test(row)) isInFence = !isInFence;
		const words = isInFence ? '' : row.replace(CODE_IN_TEXT_PATTERN, CODE_PLACEHOLDER);
		const line = index + 1;
		const straightApostrophe = /\S*[\p{L}\uE000]'[\p{L}\uE000]\S*/u.exec(words);
		const wordWithPointMedian = /\S*\p{L}·\p{L}\S*/u.exec(words);
		const missingSpace = /\S*[\p{L}\d)»%\uE000](?:[;?!]|:)(?=\s|$)|«\S+|\S+»/u.exec(words);
		const quoteMatchedText = ([found]: RegExpExecArray) => found.replaceAll(CODE_PLACEHOLDER, '…');
		return [
			...(straightApostrophe
				? [{ line, message: `"${quoteMatchedText(straightApostrophe)}": in French the apostrophe is ’` }]
				: []),
			...(wordWithPointMedian
				? [{ line, message: `"${quoteMatchedText(wordWithPointMedian)}": in French no word has a point médian` }]
				: []),
			...(missingSpace
				? [
						{
							line,
							message: `"${quoteMatchedText(missingSpace)}": in French a space stands before : ; ? ! and inside « »`
						}
					]
				: [])
		];
	});
}
