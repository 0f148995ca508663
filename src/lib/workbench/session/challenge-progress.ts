/** Finds how far the person of this page has come in each challenge, and what to go on with. */
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { openStorage } from '#lib/storage/open.ts';
import type { Summary } from '#lib/storage/storage.ts';
import { m } from '#lib/paraglide/messages.js';
import { goOnWith } from './resume-handoff.ts';

interface Begun {
	challenge: string;
	work: string;
	/** From 1: the first step that is not done. */
	at: number;
	of: number;
	finished: boolean;
}

/** In words, so that the pages that show it load no messages for who has begun nothing. */
export interface Progress {
	/** By challenge id. */
	labels: Map<string, string>;
	/** The newest work that is not finished; `resume` lets the challenge's page open it without asking which. */
	offer: { challenge: string; label: string; note: string; resume: () => void } | null;
}

/** Resolves to nothing begun when the storage does not open. */
export async function findProgress(challenges: { id: string; title: string }[]): Promise<Progress> {
	const storage = await openStorage();
	try {
		const listed = await storage.list({ kind: 'challenge' });
		return inWords(listed.kind === 'listed' ? newestOf(listed.works) : [], challenges, storage.account === null);
	} finally {
		storage.close();
	}
}

/** Returns the newest work of each challenge, newest first, as `works` is sorted. */
export function newestOf(works: Summary[]): Begun[] {
	const newest = new Map<string, Begun>();
	for (const { work, opens } of works) {
		const steps = parseLessonSnapshot(opens?.steps)?.steps ?? [];
		const challenge = work.challenge?.id;
		if (challenge === undefined || steps.length === 0 || newest.has(challenge)) continue;
		newest.set(challenge, {
			challenge,
			work: work.id,
			at: Math.min(steps.filter(({ done }) => done).length + 1, steps.length),
			of: steps.length,
			// The last step is done when it is reached.
			finished: steps.some(({ kind, done }) => kind === 'show' && done)
		});
	}
	return [...newest.values()];
}

function inWords(begun: Begun[], challenges: { id: string; title: string }[], isVisitor: boolean): Progress {
	const labels = begun.map(({ challenge, at, of, finished }): [string, string] => [
		challenge,
		finished ? m.progress_finished() : m.progress_begun({ at, of })
	]);
	const titleOf = (id: string) => challenges.find((each) => each.id === id)?.title;
	const open = begun.find(({ challenge, finished }) => !finished && titleOf(challenge) !== undefined);
	const { at, of } = open ?? { at: 0, of: 0 };
	return {
		labels: new Map(labels),
		offer: open
			? {
					challenge: open.challenge,
					label: m.home_continue({ title: titleOf(open.challenge) ?? '' }),
					note: isVisitor ? m.home_continue_visitor({ at, of }) : m.home_continue_note({ at, of }),
					resume: () => goOnWith({ work: open.work, share: false })
				}
			: null
	};
}
