/** The version in the making: every edit rewrites it under a new id until it is sealed. */
import * as v from 'valibot';
import { parse } from './parse.ts';
import { versionSchema } from './work-parse.ts';
import type { Version } from './work.ts';

export interface Draft {
	/** Stays the same while the version's id changes. */
	branch: string;
	work: string;
	/** The main draft becomes the head. Others came from a writer unaware of it, and become siblings. */
	main: boolean;
	startedAt: number;
	version: Version;
}

const draftSchema: v.GenericSchema<unknown, Draft> = v.object({
	branch: v.string(),
	work: v.string(),
	main: v.boolean(),
	startedAt: v.number(),
	version: versionSchema
});

export function parseDraft(input: unknown): Draft | undefined {
	return parse(draftSchema, input);
}

/** The next edit seals a draft of this age, in milliseconds. */
export const DRAFT_AGE = 30_000;

export type DraftPlacement =
	/** The writer's own draft continues, main or not. */
	| { kind: 'continue'; draft: Draft }
	/** Nobody has written since the version the writer saw. */
	| { kind: 'begin' }
	/** Somebody has written since; both are kept. */
	| { kind: 'diverge' };

/** Decides by compare-and-set where an edit goes. `base` is the version the writer's content was made from. */
export function draftPlacementOf(head: string, drafts: Draft[], base: string): DraftPlacement {
	const own = drafts.find((draft) => draft.version.id === base);
	if (own) return { kind: 'continue', draft: own };
	return base === head && !mainDraftOf(drafts) ? { kind: 'begin' } : { kind: 'diverge' };
}

export function mainDraftOf(drafts: Draft[]): Draft | undefined {
	return drafts.find((draft) => draft.main);
}

/** Returns the version that opens: the main draft, else the head. */
export function openingVersionOf(head: string, drafts: Draft[]): string {
	return mainDraftOf(drafts)?.version.id ?? head;
}
