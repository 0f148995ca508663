import type { Files } from '#sandbox/contract.ts';
import { type Language, LANGUAGES } from './language.ts';
import { type ProjectDescription, projectDescriptionSchema } from './project.ts';
import * as v from 'valibot';
import { parseWithSchema } from './parse.ts';

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
	id: string;
	kind: WorkKind;
	/** The challenge worked on, or the one from which a project or folder was made; null for none. */
	challenge: PinnedChallenge | null;
	language: Language;
	/** Accounts of the authors: two for a pair; none for a visitor, or for a single author's work that never left their machine. */
	authors: string[];
	createdAt: number;
	head: string;
}

export const isPairWork = ({ authors }: Pick<Work, 'authors'>): boolean => authors.length > 1;

export const pinnedChallengeSchema: v.GenericSchema<unknown, PinnedChallenge> = v.object({
	id: v.string(),
	version: v.string(),
	hash: v.string()
});

export const decisionSchema: v.GenericSchema<unknown, Decision> = v.object({
	option: v.nullable(v.string()),
	values: v.exactOptional(v.record(v.string(), v.pipe(v.number(), v.finite()))),
	position: v.string()
});

export const decisionsSchema: v.GenericSchema<unknown, Decisions> = v.record(v.string(), decisionSchema);

export const workFilesSchema = v.record(v.string(), v.string());

export const workSchema: v.GenericSchema<unknown, Work> = v.object({
	format: v.literal(WORK_FORMAT),
	id: v.pipe(v.string(), v.nonEmpty()),
	kind: v.picklist(WORK_KINDS),
	challenge: v.nullable(pinnedChallengeSchema),
	language: v.picklist(LANGUAGES),
	authors: v.array(v.string()),
	createdAt: v.number(),
	head: v.pipe(v.string(), v.nonEmpty())
});

export const versionSchema: v.GenericSchema<unknown, Version> = v.object({
	id: v.pipe(v.string(), v.nonEmpty()),
	work: v.string(),
	parent: v.nullable(v.string()),
	savedAt: v.number(),
	files: workFilesSchema,
	steps: v.unknown(),
	decision: v.nullable(decisionSchema),
	others: v.exactOptional(decisionsSchema),
	// Rows stored before projects existed lack the field `project`.
	project: v.optional(v.nullable(projectDescriptionSchema), null)
});

export const parseWork = (input: unknown): Work | undefined => parseWithSchema(workSchema, input);

export const parseVersion = (input: unknown): Version | undefined => parseWithSchema(versionSchema, input);

type VersionIdAndParent = Pick<Version, 'id' | 'parent'>;

/** Returns the ids of a version and its ancestors, nearest first. */
export function lineageIdsOf(versions: readonly VersionIdAndParent[], id: string): string[] {
	const parentById = new Map(versions.map((version) => [version.id, version.parent]));
	const ancestorIds: string[] = [];
	for (let at: string | null = id; at !== null && !ancestorIds.includes(at); at = parentById.get(at) ?? null)
		ancestorIds.push(at);
	return ancestorIds;
}

export function isDescendant(versions: readonly VersionIdAndParent[], newer: string, older: string): boolean {
	return lineageIdsOf(versions, newer).includes(older);
}

/** Returns the nearest version from which both versions descend; null when there is none. */
export function findCommonAncestor(versions: readonly VersionIdAndParent[], one: string, other: string): string | null {
	const otherAncestorIds = new Set(lineageIdsOf(versions, other));
	return lineageIdsOf(versions, one).find((id) => otherAncestorIds.has(id)) ?? null;
}

export function findChildlessVersions<T extends VersionIdAndParent>(versions: readonly T[]): T[] {
	const parentIds = new Set(versions.map(({ parent }) => parent));
	return versions.filter(({ id }) => !parentIds.has(id));
}

const draftSchema = v.object({
	/** Id of the draft, which stays the same while its version's id changes. */
	branch: v.string(),
	work: v.string(),
	/**
	 * Whether the draft becomes the head when sealed. A draft whose writer did not know of newer edits becomes a sibling version
	 * instead.
	 */
	main: v.boolean(),
	startedAt: v.number(),
	version: versionSchema
});
export type Draft = v.InferOutput<typeof draftSchema>;

export const parseDraft = (input: unknown): Draft | undefined => parseWithSchema(draftSchema, input);

/** Milliseconds after which the next edit seals a draft as a version. */
export const LONGEST_DRAFT_AGE_MS = 30_000;

type DraftPlacement =
	/** The edit continues the writer's own draft, whether it is the main one or not. */
	| { kind: 'continue'; draft: Draft }
	/** The edit begins a draft: nobody has written since the version that the writer saw. */
	| { kind: 'begin' }
	/** Somebody else has written since the version that the writer saw: both sides are kept. */
	| { kind: 'diverge' };

/**
 * Decides where an edit is stored. `baseId`: the version from which the writer's content was made, compared with the newest one.
 */
export function decideDraftPlacement(headId: string, drafts: Draft[], baseId: string): DraftPlacement {
	const draftOfBase = drafts.find((draft) => draft.version.id === baseId);
	if (draftOfBase) return { kind: 'continue', draft: draftOfBase };
	return baseId === headId && !findMainDraft(drafts) ? { kind: 'begin' } : { kind: 'diverge' };
}

export function findMainDraft(drafts: Draft[]): Draft | undefined {
	return drafts.find((draft) => draft.main);
}

export function openingVersionIdOf(headId: string, drafts: Draft[]): string {
	return findMainDraft(drafts)?.version.id ?? headId;
}

export function areSameFiles(one: Files, other: Files): boolean {
	const paths = Object.keys(one);
	return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path]);
}
