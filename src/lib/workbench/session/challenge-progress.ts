import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { openStorage } from '#lib/storage/open.ts';
import type { WorkSummary } from '#lib/storage/storage.ts';
import { m } from '#lib/paraglide/messages.js';
import { storeResumeHandoff } from './resume-handoff.ts';

interface BegunChallenge {
	challengeId: string;
	workId: string;
	/** Number of the first step that is not done, counted from 1. */
	currentStepNumber: number;
	stepCount: number;
	isFinished: boolean;
}

/** Progress put into sentences, so that a page loads these messages only for a person who has begun a challenge. */
export interface ChallengeProgress {
	labelsById: Map<string, string>;
	/** The newest unfinished work; `resume` lets the challenge's page open this work without asking which one to open. */
	newestUnfinished: { challengeId: string; label: string; note: string; resume: () => void } | null;
}

export async function findChallengeProgress(challenges: { id: string; title: string }[]): Promise<ChallengeProgress> {
	const storage = await openStorage();
	try {
		const listResult = await storage.listWorks({ kind: 'challenge' });
		return describeProgress(
			listResult.kind === 'listed' ? newestBegunChallenges(listResult.works) : [],
			challenges,
			storage.account === null
		);
	} finally {
		storage.close();
	}
}

/** Returns the newest work of each challenge, newest first. `works` must be sorted newest first. */
export function newestBegunChallenges(works: WorkSummary[]): BegunChallenge[] {
	const newestByChallenge = new Map<string, BegunChallenge>();
	for (const { work, openVersion } of works) {
		const steps = parseLessonSnapshot(openVersion?.steps)?.steps ?? [];
		const challenge = work.challenge?.id;
		if (challenge === undefined || steps.length === 0 || newestByChallenge.has(challenge)) continue;
		newestByChallenge.set(challenge, {
			challengeId: challenge,
			workId: work.id,
			currentStepNumber: Math.min(steps.filter(({ done }) => done).length + 1, steps.length),
			stepCount: steps.length,
			// The last step, `show`, is done as soon as it is reached.
			isFinished: steps.some(({ kind, done }) => kind === 'show' && done)
		});
	}
	return [...newestByChallenge.values()];
}

function describeProgress(
	begunChallenges: BegunChallenge[],
	challenges: { id: string; title: string }[],
	isVisitor: boolean
): ChallengeProgress {
	const labelEntries = begunChallenges.map(
		({ challengeId, currentStepNumber, stepCount, isFinished }): [string, string] => [
			challengeId,
			isFinished ? m.progress_finished() : m.progress_begun({ at: currentStepNumber, of: stepCount })
		]
	);
	const challengeTitleOf = (id: string) => challenges.find((each) => each.id === id)?.title;
	const newestUnfinished = begunChallenges.find(
		({ challengeId, isFinished }) => !isFinished && challengeTitleOf(challengeId) !== undefined
	);
	const { currentStepNumber, stepCount } = newestUnfinished ?? { currentStepNumber: 0, stepCount: 0 };
	return {
		labelsById: new Map(labelEntries),
		newestUnfinished: newestUnfinished
			? {
					challengeId: newestUnfinished.challengeId,
					label: m.home_continue({ title: challengeTitleOf(newestUnfinished.challengeId) ?? '' }),
					note: isVisitor
						? m.home_continue_visitor({ at: currentStepNumber, of: stepCount })
						: m.home_continue_note({ at: currentStepNumber, of: stepCount }),
					resume: () => storeResumeHandoff({ work: newestUnfinished.workId, share: false })
				}
			: null
	};
}
