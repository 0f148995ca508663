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
	decision: Decision | null;
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
	authors: string[];
	createdAt: number;
	/** The version that opens. */
	head: string;
}
