import { findCommonAncestor, type Version } from '#lib/domain/work.ts';
import type { SavedWork } from './saved-work.svelte.ts';
import type { WorkContent, LoadedWork } from './storage.ts';
import type { SaveResult } from './write-queue.ts';

export interface ConflictSides {
	mine: Version;
	theirs: Version;
	/** The merged content of both versions; null when their changes overlap. */
	joinedContent: WorkContent | null;
}

/** Loads both versions of a conflict; null when one of them cannot be read. */
export async function loadConflictSides(savedWork: SavedWork): Promise<ConflictSides | null> {
	if (savedWork.state.kind !== 'conflict') return null;
	const { otherVersion } = savedWork.state;
	const versions = await savedWork.history();
	const findVersion = (id: string | null) => versions.find((version) => version.id === id);
	const [mine, theirs] = [findVersion(savedWork.baseVersion), findVersion(otherVersion)];
	if (!mine || !theirs) return null;
	const origin = findVersion(findCommonAncestor(versions, savedWork.baseVersion, otherVersion));
	// Loaded on demand, to keep the library that compares texts out of the first visit.
	const { mergeContents } = await import('#lib/domain/merge-versions.ts');
	const mergeResult = origin && mergeContents(origin, mine, theirs);
	return { mine, theirs, joinedContent: mergeResult?.kind === 'clean' ? mergeResult.value : null };
}

export async function keepOwnVersion(savedWork: SavedWork, content: WorkContent): Promise<SaveResult> {
	const ownSave = await savedWork.save(content, { sealsVersion: true });
	return ownSave.kind === 'failed' ? ownSave : savedWork.adoptVersion(ownSave.baseVersion);
}

/** Makes the merged content the version that opens, and returns that version for the editor; null when it cannot be stored. */
export async function keepMergedVersion(savedWork: SavedWork, joinedContent: WorkContent): Promise<LoadedWork | null> {
	const ownSave = await keepOwnVersion(savedWork, joinedContent);
	return ownSave.kind === 'failed' ? null : reopenWork(savedWork);
}

/** Loads the other version for the editor. Resolves to null when this page's content cannot be stored first. */
export async function switchToOtherVersion(savedWork: SavedWork): Promise<LoadedWork | null> {
	if (
		savedWork.unsavedContent &&
		(await savedWork.save(savedWork.unsavedContent, { sealsVersion: true })).kind === 'failed'
	)
		return null;
	if (savedWork.conflictVersion !== null) await savedWork.adoptVersion(savedWork.conflictVersion);
	return reopenWork(savedWork);
}

async function reopenWork(savedWork: SavedWork): Promise<LoadedWork | null> {
	const loadedWork = await savedWork.loadOpenVersion();
	if (loadedWork) savedWork.continueFrom(loadedWork);
	return loadedWork;
}
