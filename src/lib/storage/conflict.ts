/** Resolves the conflict of an open work; the version that is not chosen stays in its history. */
import { commonAncestor } from '#lib/domain/version-lineage.ts';
import type { Version } from '#lib/domain/work.ts';
import type { SavedWork } from './saved-work.svelte.ts';
import type { WorkContent, LoadedWork } from './storage.ts';
import type { SaveResult } from './write-queue.ts';

export interface ConflictSides {
	mine: Version;
	theirs: Version;
	/** Both contents merged; null when their changes overlap. */
	joinedContent: WorkContent | null;
}

/** Loads both versions of a conflict; null when one of them cannot be read. */
export async function loadConflictSides(saved: SavedWork): Promise<ConflictSides | null> {
	if (saved.state.kind !== 'conflict') return null;
	const { otherVersion } = saved.state;
	const versions = await saved.history();
	const findVersion = (id: string | null) => versions.find((version) => version.id === id);
	const [mine, theirs] = [findVersion(saved.baseVersion), findVersion(otherVersion)];
	if (!mine || !theirs) return null;
	const origin = findVersion(commonAncestor(versions, saved.baseVersion, otherVersion));
	// Loaded on demand, to keep the library that compares texts out of the first visit.
	const { mergeContents } = await import('#lib/domain/merge-versions.ts');
	const mergeResult = origin && mergeContents(origin, mine, theirs);
	return { mine, theirs, joinedContent: mergeResult?.kind === 'clean' ? mergeResult.value : null };
}

/** Makes this page's content the version that opens. */
export async function keepOwnVersion(saved: SavedWork, content: WorkContent): Promise<SaveResult> {
	const mine = await saved.save(content, { sealsVersion: true });
	return mine.kind === 'failed' ? mine : saved.adoptVersion(mine.baseVersion);
}

/** Makes the joined content the version that opens, and returns it for the editor; null when it cannot be stored. */
export async function keepMergedVersion(saved: SavedWork, joined: WorkContent): Promise<LoadedWork | null> {
	const mine = await keepOwnVersion(saved, joined);
	return mine.kind === 'failed' ? null : reopenWork(saved);
}

/** Loads the other version for the editor. Resolves to null when this page's content cannot be stored first. */
export async function switchToOtherVersion(saved: SavedWork): Promise<LoadedWork | null> {
	if (saved.unsavedContent && (await saved.save(saved.unsavedContent, { sealsVersion: true })).kind === 'failed')
		return null;
	if (saved.partedVersion !== null) await saved.adoptVersion(saved.partedVersion);
	return reopenWork(saved);
}

/** Loads the version that opens now for the editor, and goes on from it. */
async function reopenWork(saved: SavedWork): Promise<LoadedWork | null> {
	const loadedWork = await saved.loadOpenVersion();
	if (loadedWork) saved.continueFrom(loadedWork);
	return loadedWork;
}
