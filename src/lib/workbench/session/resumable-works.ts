import type { Challenge } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { findVisitorWorksToOffer } from '#lib/storage/sync/works-offer.ts';
import { pairOfPage } from '#lib/storage/person.ts';
import type { WorkStorage } from '#lib/storage/storage.ts';

export interface ResumableWork {
	id: string;
	/** When the work was saved, in milliseconds since 1970. */
	savedAt: number;
	hasCrashed: boolean;
	stepTitle: string;
	/** Account id of the other student of the pair; null for a work of one student. */
	otherAuthorId: string | null;
	/** The work was made here before sign-in: it becomes the person's own when they resume it. */
	isFromVisitor: boolean;
}

export async function findResumableWorks(
	storage: WorkStorage,
	challenge: Challenge,
	language: Language
): Promise<ResumableWork[]> {
	const listResult = await storage.listWorks({ kind: 'challenge', challenge: challenge.id });
	if (listResult.kind === 'failed') return [];
	const works = await Promise.all(
		listResult.works.map(async ({ work, savedAt }) => {
			const loadResult = await storage.loadWork(work.id);
			if (loadResult.kind === 'failed') return [];
			const stepId = parseLessonSnapshot(loadResult.version.steps)?.current ?? '';
			return [
				{
					id: work.id,
					savedAt,
					hasCrashed: loadResult.hasCrashed,
					stepTitle: challenge.text[language].steps[stepId]?.title ?? '',
					otherAuthorId: work.authors.find((author) => author !== storage.account) ?? null,
					isFromVisitor: false
				}
			];
		})
	);
	const pairPartnerId = pairOfPage()?.other.id;
	const allWorks = works.flat();
	return pairPartnerId === undefined
		? allWorks
		: allWorks.sort((one, two) => +(two.otherAuthorId === pairPartnerId) - +(one.otherAuthorId === pairPartnerId));
}

/** Returns works that a visitor made here before the account signed in, without those that the person refused to take over. */
export async function findVisitorWorks(
	account: string,
	challenge: Challenge,
	language: Language
): Promise<ResumableWork[]> {
	return (await findVisitorWorksToOffer(account))
		.filter(({ work }) => work.kind === 'challenge' && work.challenge?.id === challenge.id)
		.map(({ work, openVersion, savedAt }) => ({
			id: work.id,
			savedAt,
			hasCrashed: false,
			stepTitle: challenge.text[language].steps[parseLessonSnapshot(openVersion?.steps)?.current ?? '']?.title ?? '',
			otherAuthorId: null,
			isFromVisitor: true
		}));
}
