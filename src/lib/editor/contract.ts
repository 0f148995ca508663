/** What the workbench and the editor say to each other. */
import type { Files } from '#sandbox/index.ts';
import type { SourcePlace } from '#sandbox/report.ts';

export type { Files, SourcePlace };
export type { Theme } from './palette.ts';
export type Language = 'fr' | 'en';

/** A problem of the last run, where it happened. */
export interface RuntimeProblem {
	place: SourcePlace;
	message: string;
}

/** What somebody wrote about a line. */
export interface LineRemark {
	file: string;
	/** From 1. */
	line: number;
	text: string;
}

/** What TypeScript has to say, in plain words where there are any. */
export interface CodeProblem {
	place: SourcePlace;
	/** What it means, what to look at. */
	plain: { means: string; look: string } | null;
	/** TypeScript's own words, in the page's language. */
	message: string;
}

export type TabMode = 'indents' | 'moves';
