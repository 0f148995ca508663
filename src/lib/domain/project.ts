import * as v from 'valibot';
import type { Files } from '#sandbox/contract.ts';
import { idSchema } from './identity.ts';

export const LONGEST_PROJECT_TITLE = 80;
export const LONGEST_PROJECT_CARD_ANSWER = 2000;

const projectCardAnswerSchema = v.pipe(v.string(), v.maxLength(LONGEST_PROJECT_CARD_ANSWER));

/** A person's problem, and the data that may be used to solve it. All fields may be empty. */
export const projectProblemCardSchema = v.object({
	who: projectCardAnswerSchema,
	now: projectCardAnswerSchema,
	change: projectCardAnswerSchema,
	needed: projectCardAnswerSchema,
	notKept: projectCardAnswerSchema
});
export type ProjectProblemCard = v.InferOutput<typeof projectProblemCardSchema>;
export const PROJECT_CARD_FIELDS = [
	'who',
	'now',
	'change',
	'needed',
	'notKept'
] as const satisfies readonly (keyof ProjectProblemCard)[];
export const EMPTY_PROJECT_CARD: ProjectProblemCard = { who: '', now: '', change: '', needed: '', notKept: '' };

/** The exhibit from which a remix was made, by ids alone: the remix holds nothing about the classmate who made the exhibit. */
const remixSourceSchema = v.object({ classId: idSchema, exhibit: idSchema });
export type RemixSource = v.InferOutput<typeof remixSourceSchema>;

export const projectDescriptionSchema = v.object({
	/** Title of the project; shown as "untitled" when empty. */
	title: v.pipe(v.string(), v.maxLength(LONGEST_PROJECT_TITLE)),
	/** The author's answers about a person's problem; null until the first answer. */
	card: v.nullable(projectProblemCardSchema),
	/** The exhibit from which a remix was made; absent for any other project. */
	remixOf: v.exactOptional(remixSourceSchema)
});
export type ProjectDescription = v.InferOutput<typeof projectDescriptionSchema>;

export type ProjectKind = 'sketch' | 'page';

export const PAGE_FILE = 'index.html';
export const PROGRAM_FILE = 'main.ts';

export function projectKindOf(files: Files): ProjectKind {
	return PAGE_FILE in files ? 'page' : 'sketch';
}

/** Returns the paths of files that may not be renamed, because the project cannot run without them. */
export function listUnrenamableFiles(files: Files): string[] {
	return PAGE_FILE in files ? [PAGE_FILE, PROGRAM_FILE] : [PROGRAM_FILE];
}

/** Matches a number in brackets, as added here, at the end of a title; a year has too many digits to match. */
const TITLE_NUMBER_PATTERN = / \(\d{1,2}\)$/;
const HALF_CHARACTER_PATTERN = /[\ud800-\udbff]$/;

/** Returns the title; when it is taken, adds the next free number in brackets. Any number of projects may have an empty title. */
export function findFreeTitle(title: string, takenTitles: readonly string[]): string {
	if (title === '' || !takenTitles.includes(title)) return title;
	const titleWithoutNumber = title.replace(TITLE_NUMBER_PATTERN, '');
	for (let number = 2; ; number++) {
		const numberMark = ` (${number})`;
		const freeTitle =
			titleWithoutNumber.slice(0, LONGEST_PROJECT_TITLE - numberMark.length).replace(HALF_CHARACTER_PATTERN, '') +
			numberMark;
		if (!takenTitles.includes(freeTitle)) return freeTitle;
	}
}

export const ZIP_PROJECT_MARK_FILE = 'braise.json';
export const ZIP_PROBLEM_CARD_FILE = 'card.json';

/** Tells whether the zip reserves a name; capitals do not count, because some systems ignore them. */
export const isReservedZipName = (path: string): boolean =>
	[ZIP_PROJECT_MARK_FILE, ZIP_PROBLEM_CARD_FILE].includes(path.toLowerCase());
