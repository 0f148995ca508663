/** Lists the works of a challenge saved on this machine, by time and step. */
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { worksToOffer } from '#lib/storage/sync/offer.ts';
import { pairOfPage } from '#lib/storage/person.ts';
import type { Storage } from '#lib/storage/storage.ts';

export interface ResumableWork {
	id: string;
	/** Milliseconds since 1970. */
	savedAt: number;
	/** The page ended while its program ran. */
	crashed: boolean;
	step: string;
	/** The account id of the other student of the pair. */
	other: string | null;
	/** Made here before sign-in: it becomes the person's own when they go on with it. */
	isVisitors: boolean;
}

export async function findWorks(storage: Storage, challenge: Challenge, language: Language): Promise<ResumableWork[]> {
	const listed = await storage.list({ kind: 'challenge', challenge: challenge.id });
	if (listed.kind === 'failed') return [];
	const works = await Promise.all(
		listed.works.map(async ({ work, savedAt }) => {
			const loaded = await storage.load(work.id);
			if (loaded.kind === 'failed') return [];
			const step = parseLessonSnapshot(loaded.version.steps)?.current ?? '';
			return [
				{
					id: work.id,
					savedAt,
					crashed: loaded.crashed,
					step: challenge.text[language].steps[step]?.title ?? '',
					other: work.authors.find((author) => author !== storage.account) ?? null,
					isVisitors: false
				}
			];
		})
	);
	// The work of the pair at this machine comes first.
	const beside = pairOfPage()?.other.id;
	const all = works.flat();
	return beside === undefined ? all : all.sort((one, two) => +(two.other === beside) - +(one.other === beside));
}

/** Returns works that were made here before this person signed in and that they have not refused. */
export async function visitorWorks(
	account: string,
	challenge: Challenge,
	language: Language
): Promise<ResumableWork[]> {
	return (await worksToOffer(account))
		.filter(({ work }) => work.kind === 'challenge' && work.challenge?.id === challenge.id)
		.map(({ work, opens, savedAt }) => ({
			id: work.id,
			savedAt,
			crashed: false,
			step: challenge.text[language].steps[parseLessonSnapshot(opens?.steps)?.current ?? '']?.title ?? '',
			other: null,
			isVisitors: true
		}));
}
