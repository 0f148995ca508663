import type { Files } from '#sandbox/contract.ts';
import type { SourcePlace } from '#sandbox/report.ts';

export type { Files, SourcePlace };
export type { Theme } from './palette.ts';
export type Language = 'fr' | 'en';

export interface RuntimeProblem {
	place: SourcePlace;
	message: string;
}

export interface LineRemark {
	file: string;
	/** Number of the line, counted from 1. */
	line: number;
	text: string;
}

export interface MissingImport {
	name: string;
	module: string;
}

export interface CodeProblem {
	place: SourcePlace;
	explanation: { meaning: string; advice: string | null; missingImport?: MissingImport } | null;
	/** TypeScript's own message in the page's language; null when it has none to show. */
	originalMessage: string | null;
}

export type TabKeyMode = 'indents' | 'moves';
