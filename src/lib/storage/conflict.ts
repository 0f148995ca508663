/** Resolves the conflict of an open work; the side that is not chosen stays in its history. */
import { commonAncestor } from '#lib/domain/lineage.ts';
import type { Version } from '#lib/domain/work.ts';
import type { SavedWork } from './saved-work.svelte.ts';
import type { Content, Loaded } from './storage.ts';
import type { SaveResult } from './write-queue.ts';

export interface Sides {
	mine: Version;
	theirs: Version;
	/** The merge of both, when their changes do not overlap. */
	joined: Content | null;
}

/** Returns both sides of a conflict, or null when one cannot be read. */
export async function sidesOf(saved: SavedWork): Promise<Sides | null> {
	if (saved.state.kind !== 'conflict') return null;
	const { other } = saved.state;
	const versions = await saved.history();
	const find = (id: string | null) => versions.find((version) => version.id === id);
	const [mine, theirs] = [find(saved.base), find(other)];
	if (!mine || !theirs) return null;
	const origin = find(commonAncestor(versions, saved.base, other));
	// Loaded on demand to keep the diff library out of the first visit.
	const { mergeContents } = await import('#lib/domain/merge.ts');
	const merged = origin && mergeContents(origin, mine, theirs);
	return { mine, theirs, joined: merged?.kind === 'clean' ? merged.value : null };
}

/** Makes this content the version that opens. */
export async function keepMine(saved: SavedWork, content: Content): Promise<SaveResult> {
	const mine = await saved.save(content, { seal: true });
	return mine.kind === 'failed' ? mine : saved.adopt(mine.base);
}

/** Makes the joined content the version that opens, and returns it for the editor; null when it cannot be stored. */
export async function join(saved: SavedWork, joined: Content): Promise<Loaded | null> {
	const mine = await keepMine(saved, joined);
	return mine.kind === 'failed' ? null : reopen(saved);
}

/** Returns the other version for the editor; null when the content of this side cannot be stored first. */
export async function takeTheirs(saved: SavedWork): Promise<Loaded | null> {
	if (saved.unsaved && (await saved.save(saved.unsaved, { seal: true })).kind === 'failed') return null;
	if (saved.parted !== null) await saved.adopt(saved.parted);
	return reopen(saved);
}

/** Goes on from the version that opens now, and returns it for the editor. */
async function reopen(saved: SavedWork): Promise<Loaded | null> {
	const loaded = await saved.load();
	if (loaded) saved.resume(loaded);
	return loaded;
}
