import { PISTES, type Challenge, type ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';

export type ChallengeSummary = Pick<
	Challenge,
	'id' | 'version' | 'trade' | 'piste' | 'place' | 'partner' | 'minutes' | 'programme' | 'languages'
> &
	Pick<ChallengeText, 'title' | 'summary' | 'person'> & { hasPicture: boolean };

/** Returns the challenges in teaching order: by piste, then shorter ones first. */
export async function listChallenges(language: Language): Promise<ChallengeSummary[]> {
	const { pictured } = await import('virtual:challenges');
	return sortInTeachingOrder(await loadChallenges()).map((challenge) =>
		challengeSummaryOf(challenge, language, pictured.includes(challenge.id))
	);
}

export const explainLeftOutChallenges = async (): Promise<string[]> =>
	(await import('virtual:challenges')).leftOutTexts;

export function sortInTeachingOrder<Listed extends Pick<Challenge, 'piste' | 'minutes'>>(
	challenges: Listed[]
): Listed[] {
	const difficultyOf = ({ piste }: Listed) => PISTES.indexOf(piste);
	return challenges.toSorted((one, other) => difficultyOf(one) - difficultyOf(other) || one.minutes - other.minutes);
}

export function challengeSummaryOf(challenge: Challenge, language: Language, hasPicture: boolean): ChallengeSummary {
	const { id, version, trade, piste, place, partner, minutes, programme, languages } = challenge;
	const { title, summary, person } = challenge.text[language];
	const card = { id, version, trade, piste, place, partner, minutes, programme, languages };
	return { ...card, title, summary, person, hasPicture };
}

export async function findChallenge(id: string): Promise<Challenge | undefined> {
	return (await loadChallenges()).find((one) => one.id === id);
}

let challengesPromise: Promise<Challenge[]> | undefined;

/** Loads the challenges when first asked for, so that pages without challenges do not wait for them. */
function loadChallenges(): Promise<Challenge[]> {
	// In development, a change reloads this module, so the cache is never stale.
	return (challengesPromise ??= import('virtual:challenges').then((module) => module.default.map(shareEqualBundles)));
}

/** Equal bundles are frequent, as bundles contain no comments. Page data serialises a shared object only once. */
function shareEqualBundles(challenge: Challenge): Challenge {
	const { fr, en } = challenge.startBundle;
	return fr.code === en.code && fr.map === en.map ? { ...challenge, startBundle: { fr, en: fr } } : challenge;
}
