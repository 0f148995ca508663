/** One thing that someone makes: a challenge worked on, or a project of one's own. */
import type { Files } from '../../../sandbox/index.ts';
import type { Language } from './challenge.ts';
import type { ProjectFace } from './project.ts';

export const WORK_FORMAT = 1;

/** Pinned: a work goes on with the challenge version it began with until its author takes a newer one. */
export interface PinnedChallenge {
	id: string;
	version: string;
	hash: string;
}

export interface Decision {
	/** An option's id, or `another` with the values the student chose; null while only the position is written. */
	option: string | null;
	values?: Record<string, number>;
	/** The student's own words. May be empty while they think. */
	position: string;
}

/** By account: each who makes a work decides for themselves. */
export type Decisions = Record<string, Decision>;

/** An immutable state of a work. Versions name their parent, so a fork is seen and both sides are kept. */
export interface Version {
	id: string;
	work: string;
	parent: string | null;
	/** Milliseconds since 1970, by this machine's clock: for people, never for deciding which is newer. */
	savedAt: number;
	files: Files;
	/** The step machine's snapshot, as JSON; parsed by lib/steps. */
	steps: unknown;
	/** Of the one person for whom this is read: whoever else made it has decided for themselves, and is not read here. */
	decision: Decision | null;
	/** Of the other who sits at this machine too; absent for one alone. */
	others?: Decisions;
	/** Null for a challenge. */
	project: ProjectFace | null;
}

export interface Work {
	format: typeof WORK_FORMAT;
	/** Made by the client. */
	id: string;
	kind: 'challenge' | 'project';
	/** What is worked on; for a project, what it was made from, if anything. */
	challenge: PinnedChallenge | null;
	language: Language;
	/** Accounts. Two for a work of a pair; none for a visitor's, and for one that never left the machine of who began it alone. */
	authors: string[];
	createdAt: number;
	/** The version that opens. */
	head: string;
}

export const isShared = ({ authors }: Pick<Work, 'authors'>): boolean => authors.length > 1;
