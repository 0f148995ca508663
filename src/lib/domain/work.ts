/** A student's or pair's work on a challenge or project, and its versions. */
import type { Files } from '#sandbox/contract.ts';
import type { Language } from './language.ts';
import type { ProjectDescription } from './project.ts';

export const WORK_FORMAT = 1;

/** Kinds of work; a `folder` is the folder of a challenge in the making, in the studio. */
export const WORK_KINDS = ['challenge', 'project', 'folder'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** The challenge version of a work: the one that the work began with, until its author takes a newer one. */
export interface PinnedChallenge {
	id: string;
	version: string;
	hash: string;
}

export interface Decision {
	/** Id of the chosen option, or `another` with the chosen values; null while only the position is written. */
	option: string | null;
	values?: Record<string, number>;
	/** The student's position in their own words; may be empty. */
	position: string;
}

/** Decisions by account: each author decides alone. */
export type Decisions = Record<string, Decision>;

/** An immutable state of a work. Each version names its parent, so forks are detected and both sides kept. */
export interface Version {
	id: string;
	work: string;
	parent: string | null;
	/**
	 * When the version was saved, in milliseconds since 1970 by the clock of the machine that saved it. For display only: parents decide
	 * which version is newer.
	 */
	savedAt: number;
	files: Files;
	/** Snapshot of the steps as JSON, parsed by lib/steps. */
	steps: unknown;
	/** Decision of the person who reads the version; a co-author's decision is not included. */
	decision: Decision | null;
	/** Decisions of the other person at this machine; absent for a student alone. */
	others?: Decisions;
	/** Title and card of a project; null for a challenge. */
	project: ProjectDescription | null;
}

export interface Work {
	format: typeof WORK_FORMAT;
	/** Id of the work, made in the browser. */
	id: string;
	kind: WorkKind;
	/** The challenge worked on, or the one from which a project or folder was made; null for none. */
	challenge: PinnedChallenge | null;
	language: Language;
	/** Accounts of the authors: two for a pair; none for a visitor, or for a single author's work that never left their machine. */
	authors: string[];
	createdAt: number;
	/** Id of the version that the work opens with. */
	head: string;
}

export const isPairWork = ({ authors }: Pick<Work, 'authors'>): boolean => authors.length > 1;
