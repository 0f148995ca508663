/** What a project has beside its files. A project with a page of its own has an `index.html`; any other is a sketch. */
import * as v from 'valibot';
import type { Files } from '../../../sandbox/index.ts';

/** What someone told: a problem of theirs, and what may be known to solve it. All of it may stay empty. */
export interface ProblemCard {
	who: string;
	now: string;
	change: string;
	/** Data the program needs. */
	needed: string;
	/** Data that must not be kept. */
	notKept: string;
}
export const CARD_FIELDS = [
	'who',
	'now',
	'change',
	'needed',
	'notKept'
] as const satisfies readonly (keyof ProblemCard)[];
export const EMPTY_CARD: ProblemCard = { who: '', now: '', change: '', needed: '', notKept: '' };

export interface ProjectFace {
	/** May be empty: then it is shown as untitled. */
	title: string;
	/** Null until someone has a problem. */
	card: ProblemCard | null;
}

export type ProjectKind = 'sketch' | 'page';

export const PAGE = 'index.html';
export const PROGRAM = 'main.ts';

export function kindOf(files: Files): ProjectKind {
	return PAGE in files ? 'page' : 'sketch';
}

/** The files that everything else hangs on: they keep their names. */
export function fixedFiles(files: Files): string[] {
	return PAGE in files ? [PAGE, PROGRAM] : [PROGRAM];
}

export const LONGEST_TITLE = 80;
export const LONGEST_ANSWER = 2000;

const answer = v.pipe(v.string(), v.maxLength(LONGEST_ANSWER));

export const problemCardSchema: v.GenericSchema<unknown, ProblemCard> = v.object({
	who: answer,
	now: answer,
	change: answer,
	needed: answer,
	notKept: answer
});

export const projectFaceSchema: v.GenericSchema<unknown, ProjectFace> = v.object({
	title: v.pipe(v.string(), v.maxLength(LONGEST_TITLE)),
	card: v.nullable(problemCardSchema)
});
