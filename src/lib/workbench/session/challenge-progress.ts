/** Finds how far the person of this page has come in each challenge. */
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { openStorage } from '#lib/storage/open.ts';
import type { Summary } from '#lib/storage/storage.ts';
import type { Progress } from '#lib/ui/ChallengeCard.svelte';
import { goOnWith } from './resume-handoff.ts';

export interface ChallengeProgress extends Progress {
	work: string;
}

/** Resolves to the newest work of each challenge, by its id, newest first; to nothing when the storage does not open. */
export async function findProgress(): Promise<Map<string, ChallengeProgress>> {
	const storage = await openStorage();
	try {
		const listed = await storage.list({ kind: 'challenge' });
		return listed.kind === 'listed' ? newestOf(listed.works) : new Map();
	} finally {
		storage.close();
	}
}

/** Lets the challenge's page open this work without asking which. */
export function resume({ work }: ChallengeProgress): void {
	goOnWith({ work, share: false });
}

/** `works` is sorted, newest first. */
export function newestOf(works: Summary[]): Map<string, ChallengeProgress> {
	const newest = new Map<string, ChallengeProgress>();
	for (const { work, opens } of works) {
		const steps = parseLessonSnapshot(opens?.steps)?.steps ?? [];
		const challenge = work.challenge?.id;
		if (challenge === undefined || steps.length === 0 || newest.has(challenge)) continue;
		newest.set(challenge, {
			work: work.id,
			at: Math.min(steps.filter(({ done }) => done).length + 1, steps.length),
			of: steps.length,
			// The last step is done when it is reached.
			finished: steps.some(({ kind, done }) => kind === 'show' && done)
		});
	}
	return newest;
}
