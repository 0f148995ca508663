/**
 * Every edit is kept at once, but not as a version each: a draft is the version in the making, rewritten in place under a new id with
 * every edit, until a pause, a run, a step or half a minute seals it.
 */
import * as v from 'valibot';
import { versionSchema } from './work-parse.ts';
import type { Version } from './work.ts';

export interface Draft {
	/** Stays the same while the version's id changes. */
	branch: string;
	work: string;
	/** The main draft becomes the head. The others came from a writer that did not know of it, and become siblings. */
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
	const result = v.safeParse(draftSchema, input);
	return result.success ? result.output : undefined;
}

/** A draft is at most this old when it is sealed by the next edit. */
export const DRAFT_AGE = 30_000;

export type Placement =
	/** The writer's own draft goes on, on whichever side. */
	| { kind: 'continue'; draft: Draft }
	/** Nobody has written since what the writer saw. */
	| { kind: 'begin' }
	/** Somebody has: both are kept. */
	| { kind: 'diverge' };

/** Compare and set: `base` is the version that the writer's content was made from. */
export function placeOf(head: string, drafts: Draft[], base: string): Placement {
	const own = drafts.find((draft) => draft.version.id === base);
	if (own) return { kind: 'continue', draft: own };
	return base === head && !mainOf(drafts) ? { kind: 'begin' } : { kind: 'diverge' };
}

export function mainOf(drafts: Draft[]): Draft | undefined {
	return drafts.find((draft) => draft.main);
}

/** What opens: the draft where there is one. */
export function tipOf(head: string, drafts: Draft[]): string {
	return mainOf(drafts)?.version.id ?? head;
}
