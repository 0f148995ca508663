/** A project's title, card and kind: with an `index.html` it is a page, else a sketch. */
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
	/** Data that the program needs. */
	needed: projectCardAnswerSchema,
	/** Data that must not be kept. */
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
