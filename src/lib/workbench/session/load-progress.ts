/** Loads the person's progress; its code loads only where this browser may hold work. */
import type { ChallengeProgress } from './challenge-progress.ts';
import { hasSavedMarker } from './saved-marker.ts';

/** Resolves to null where no work was saved, without opening the storage or loading more code. */
export async function loadChallengeProgress(
	challenges: { id: string; title: string }[]
): Promise<ChallengeProgress | null> {
	if (!hasSavedMarker()) return null;
	const { findChallengeProgress: findProgress } = await import('./challenge-progress.ts');
	return findProgress(challenges);
}
