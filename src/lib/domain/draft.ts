/** Defines drafts: every edit rewrites a draft under a new version id until the draft is sealed. */
import * as v from 'valibot';
import { parseWithSchema } from './parse.ts';
import { versionSchema } from './work-parse.ts';

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

export type DraftPlacement =
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

/** Returns the id of the version that a work opens with: the main draft, else the head. */
export function openingVersionIdOf(headId: string, drafts: Draft[]): string {
	return findMainDraft(drafts)?.version.id ?? headId;
}
