/** Finds this person's progress in each challenge, and which work to continue. */
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { openStorage } from '#lib/storage/open.ts';
import type { WorkSummary } from '#lib/storage/storage.ts';
import { m } from '#lib/paraglide/messages.js';
import { storeResumeHandoff } from './resume-handoff.ts';

interface BegunChallenge {
	challenge: string;
	work: string;
	/** Number of the first step that is not done, counted from 1. */
	currentStep: number;
	stepCount: number;
	isFinished: boolean;
}

/** Progress in sentences, so that a page loads these messages only for a person who has begun a challenge. */
export interface ChallengeProgress {
	/** Sentences by challenge id. */
	labelsById: Map<string, string>;
	/** The newest unfinished work; `resume` lets the challenge's page open it without asking which work to open. */
	newestUnfinished: { challenge: string; label: string; note: string; resume: () => void } | null;
}

/** Resolves to the person's progress; empty when the browser's storage does not open. */
export async function findChallengeProgress(challenges: { id: string; title: string }[]): Promise<ChallengeProgress> {
	const storage = await openStorage();
	try {
		const listResult = await storage.listWorks({ kind: 'challenge' });
		return progressInWords(
			listResult.kind === 'listed' ? newestBegunChallenges(listResult.works) : [],
			challenges,
			storage.account === null
		);
	} finally {
		storage.close();
	}
}

/** Returns the newest work of each challenge, newest first. `works` must be sorted that way too. */
export function newestBegunChallenges(works: WorkSummary[]): BegunChallenge[] {
	const newest = new Map<string, BegunChallenge>();
	for (const { work, openVersion } of works) {
		const steps = parseLessonSnapshot(openVersion?.steps)?.steps ?? [];
		const challenge = work.challenge?.id;
		if (challenge === undefined || steps.length === 0 || newest.has(challenge)) continue;
		newest.set(challenge, {
			challenge,
			work: work.id,
			currentStep: Math.min(steps.filter(({ done }) => done).length + 1, steps.length),
			stepCount: steps.length,
			// The last step, `show`, is done as soon as it is reached.
			isFinished: steps.some(({ kind, done }) => kind === 'show' && done)
		});
	}
	return [...newest.values()];
}

function progressInWords(
	begun: BegunChallenge[],
	challenges: { id: string; title: string }[],
	isVisitor: boolean
): ChallengeProgress {
	const labels = begun.map(({ challenge, currentStep, stepCount, isFinished }): [string, string] => [
		challenge,
		isFinished ? m.progress_finished() : m.progress_begun({ at: currentStep, of: stepCount })
	]);
	const titleOf = (id: string) => challenges.find((each) => each.id === id)?.title;
	const unfinished = begun.find(({ challenge, isFinished }) => !isFinished && titleOf(challenge) !== undefined);
	const { currentStep, stepCount } = unfinished ?? { currentStep: 0, stepCount: 0 };
	return {
		labelsById: new Map(labels),
		newestUnfinished: unfinished
			? {
					challenge: unfinished.challenge,
					label: m.home_continue({ title: titleOf(unfinished.challenge) ?? '' }),
					note: isVisitor
						? m.home_continue_visitor({ at: currentStep, of: stepCount })
						: m.home_continue_note({ at: currentStep, of: stepCount }),
					resume: () => storeResumeHandoff({ work: unfinished.work, share: false })
				}
			: null
	};
}
