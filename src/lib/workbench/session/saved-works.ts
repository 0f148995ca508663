/** What this machine keeps of a challenge, as a person recognises it: by the time, and by the step where it stands. */
import type { Challenge, Language } from '#lib/domain/challenge.ts';
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { offered } from '#lib/storage/sync/offer.ts';
import { pairOfPage } from '#lib/storage/person.ts';
import type { Storage } from '#lib/storage/storage.ts';

export interface SavedWork {
	id: string;
	/** Milliseconds since 1970. */
	savedAt: number;
	/** The page ended while its program ran. */
	crashed: boolean;
	/** The title of the step where it stands. */
	step: string;
	/** The account of who else makes it. */
	other: string | null;
	/** Made here before anyone signed in: it becomes theirs when they go on with it. */
	isVisitors: boolean;
}

export async function savedWorks(storage: Storage, challenge: Challenge, language: Language): Promise<SavedWork[]> {
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
	// What the two who sit here made together comes first.
	const beside = pairOfPage()?.other.id;
	const all = works.flat();
	return beside === undefined ? all : all.sort((one, two) => +(two.other === beside) - +(one.other === beside));
}

/** What was made of a challenge in this browser before this person signed in, and what they have not refused yet. */
export async function visitorWorks(account: string, challenge: Challenge, language: Language): Promise<SavedWork[]> {
	return (await offered(account))
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
