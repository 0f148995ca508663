/** What the workbench and the editor say to each other. */
import type { Files } from '#sandbox/index.ts';
import type { Place } from '#sandbox/report.ts';

export type { Files, Place };
export type { Theme } from './palette.ts';
export type Language = 'fr' | 'en';

/** A problem of the last run, where it happened. */
export interface RuntimeProblem {
	place: Place;
	message: string;
}

export type TabMode = 'indents' | 'moves';
