/** Resolves the conflict of an open work; the side that is not chosen stays in its history. */
import { commonAncestor } from '#lib/domain/lineage.ts';
import type { Version } from '#lib/domain/work.ts';
import type { SavedWork } from './saved-work.svelte.ts';
import type { WorkContent, LoadedWork } from './storage.ts';
import type { SaveResult } from './write-queue.ts';

export interface ConflictSides {
	mine: Version;
	theirs: Version;
	/** The merge of both, when their changes do not overlap. */
	joinedContent: WorkContent | null;
}

/** Returns both sides of a conflict, or null when one cannot be read. */
export async function loadSides(saved: SavedWork): Promise<ConflictSides | null> {
	if (saved.state.kind !== 'conflict') return null;
	const { otherVersion } = saved.state;
	const versions = await saved.history();
	const findVersion = (id: string | null) => versions.find((version) => version.id === id);
	const [mine, theirs] = [findVersion(saved.baseVersion), findVersion(otherVersion)];
	if (!mine || !theirs) return null;
	const origin = findVersion(commonAncestor(versions, saved.baseVersion, otherVersion));
	// Loaded on demand to keep the diff library out of the first visit.
	const { mergeContents } = await import('#lib/domain/merge.ts');
	const merged = origin && mergeContents(origin, mine, theirs);
	return { mine, theirs, joinedContent: merged?.kind === 'clean' ? merged.value : null };
}

/** Makes this content the version that opens. */
export async function keepMine(saved: SavedWork, content: WorkContent): Promise<SaveResult> {
	const mine = await saved.save(content, { sealsVersion: true });
	return mine.kind === 'failed' ? mine : saved.adoptVersion(mine.baseVersion);
}

/** Makes the joined content the version that opens, and returns it for the editor; null when it cannot be stored. */
export async function keepMerged(saved: SavedWork, joined: WorkContent): Promise<LoadedWork | null> {
	const mine = await keepMine(saved, joined);
	return mine.kind === 'failed' ? null : reopenWork(saved);
}

/** Returns the other version for the editor; null when the content of this side cannot be stored first. */
export async function takeTheirs(saved: SavedWork): Promise<LoadedWork | null> {
	if (saved.unsavedContent && (await saved.save(saved.unsavedContent, { sealsVersion: true })).kind === 'failed')
		return null;
	if (saved.partedVersion !== null) await saved.adoptVersion(saved.partedVersion);
	return reopenWork(saved);
}

/** Goes on from the version that opens now, and returns it for the editor. */
async function reopenWork(saved: SavedWork): Promise<LoadedWork | null> {
	const loaded = await saved.loadOpenVersion();
	if (loaded) saved.continueFrom(loaded);
	return loaded;
}
