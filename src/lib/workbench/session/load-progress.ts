/** Finds how far one has come, and loads what reads it only where this browser may hold work. */
import type { Progress } from './challenge-progress.ts';
import { hasKept } from './saved-marker.ts';

/** Resolves to null, with no storage opened and no file loaded, where no work was saved. */
export async function loadProgress(challenges: { id: string; title: string }[]): Promise<Progress | null> {
	if (!hasKept()) return null;
	const { findProgress } = await import('./challenge-progress.ts');
	return findProgress(challenges);
}
