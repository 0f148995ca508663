import type { ChallengeProgress } from './challenge-progress.ts';
import { hasAnySavedWorkMarker } from './saved-marker.ts';

/**
 * Resolves to the progress; to null in a browser without saved work, where neither the storage is opened nor more code loaded.
 */
export async function loadChallengeProgress(
	challenges: { id: string; title: string }[]
): Promise<ChallengeProgress | null> {
	if (!hasAnySavedWorkMarker()) return null;
	const { findChallengeProgress: findProgress } = await import('./challenge-progress.ts');
	return findProgress(challenges);
}
