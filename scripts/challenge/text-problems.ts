import { CODE_PLACEHOLDER, CODE_IN_TEXT_PATTERN, CODE_FENCE_PATTERN } from '#lib/server/content/mend-typography.ts';
import type { ParsedChallenge, PackedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OutlineSection } from '#lib/server/content/outline.ts';
import { challengeTextPath } from '#lib/server/content/challenge-text.ts';

const MAX_PASSAGE_CHARACTERS = 1500;
const MAX_TEXT_CHARACTERS = 40_000;
const MAX_DATA_BYTES = 100_000;
const MAX_BUNDLE_BYTES = 150_000;
export const MAX_PICTURE_BYTES = 65_000;

export const CHALLENGE_PICTURE_FOLDER = fileURLToPath(new URL('../../static/pictures', import.meta.url));

export function findSizeProblems(
	{ files, outlines, scenePlace }: ParsedChallenge,
	{ challenge }: PackedChallenge
): ContentProblem[] {
	const problems: ContentProblem[] = [];
	const scene = scenePlace ?? { file: 'scene.ts', line: 1 };
	const addProblemIfTooLarge = (file: string, line: number, what: string, size: number, most: number, unit: string) => {
		if (size > most) problems.push({ file, line, message: `${what} ${size} ${unit}; at most ${most}` });
	};
	for (const language of challenge.languages) {
		const file = challengeTextPath(language);
		addProblemIfTooLarge(file, 1, 'the text has', files[file]?.length ?? 0, MAX_TEXT_CHARACTERS, 'characters');
		for (const { line, id, body } of listPassages(outlines[language])) {
			addProblemIfTooLarge(file, line, `"${id}" has`, body.trim().length, MAX_PASSAGE_CHARACTERS, 'characters');
		}
		addProblemIfTooLarge(
			scene.file,
			scene.line,
			'the start with its scene has',
			Buffer.byteLength(challenge.startBundle[language].code),
			MAX_BUNDLE_BYTES,
			'bytes, compiled'
		);
	}
	const dataFiles = Object.entries(files).filter(([path]) => path.startsWith('data/'));
	const sizes = dataFiles
		.map(([path, text]) => ({ path, size: Buffer.byteLength(text) }))
		.sort((a, b) => b.size - a.size);
	addProblemIfTooLarge(
		sizes[0]?.path ?? 'data',
		1,
		'the data has',
		sizes.reduce((sum, { size }) => sum + size, 0),
		MAX_DATA_BYTES,
		'bytes'
	);
	for (const { name, size } of listCataloguePictures(challenge.id))
		addProblemIfTooLarge(`static/pictures/${name}`, 1, 'the picture has', size, MAX_PICTURE_BYTES, 'bytes');
	return problems;
}

/** Returns the passages that students read at one time. Lists in which they only look things up are left out. */
function listPassages(root: OutlineSection | undefined): OutlineSection[] {
	const sectionWithDescendants = (section: OutlineSection): OutlineSection[] => [
		section,
		...section.sections.flatMap(sectionWithDescendants)
	];
	return (root?.sections ?? [])
		.filter(({ id }) => ['brief', 'steps', 'decision', 'options'].includes(id))
		.flatMap(sectionWithDescendants);
}

function listCataloguePictures(id: string): { name: string; size: number }[] {
	return readdirSync(CHALLENGE_PICTURE_FOLDER)
		.filter((name) => name.startsWith(`${id}.`))
		.map((name) => ({ name, size: statSync(`${CHALLENGE_PICTURE_FOLDER}/${name}`).size }));
}

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

/** A title without languages is in the only language of the challenge. */
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
