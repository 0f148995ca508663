/** Loads the person's progress, with its code only where this browser may hold work. */
import type { ChallengeProgress } from './challenge-progress.ts';
import { hasSavedMarker } from './saved-marker.ts';

/** Resolves to the progress, or to null where no work was saved; then neither the storage is opened nor more code loaded. */
export async function loadChallengeProgress(
	challenges: { id: string; title: string }[]
): Promise<ChallengeProgress | null> {
	if (!hasSavedMarker()) return null;
	const { findChallengeProgress: findProgress } = await import('./challenge-progress.ts');
	return findProgress(challenges);
}
