/** The challenges there are: for now those of the build, later also those that were published. */
import type { Challenge, ChallengeText, Language } from '../../domain/challenge.ts';

/** Enough to list a challenge, in one language. */
export type Summary = Pick<
	Challenge,
	'id' | 'version' | 'trade' | 'piste' | 'place' | 'partner' | 'minutes' | 'programme' | 'languages'
> &
	Pick<ChallengeText, 'title' | 'summary' | 'person'>;

export async function challenges(language: Language): Promise<Summary[]> {
	return (await published()).map((challenge) => {
		const { id, version, trade, piste, place, partner, minutes, programme, languages } = challenge;
		const { title, summary, person } = challenge.text[language];
		return { id, version, trade, piste, place, partner, minutes, programme, languages, title, summary, person };
	});
}

/** Without its private part. */
export async function challenge(id: string): Promise<Challenge | undefined> {
	return (await published()).find((one) => one.id === id);
}

let reading: Promise<Challenge[]> | undefined;

/** Read when first asked for: pages that need no challenge do not pay for one. */
function published(): Promise<Challenge[]> {
	// In development a change makes this module anew, so what it remembers is never old.
	return (reading ??= import('virtual:challenges').then((module) => module.default.map(oncePerLanguage)));
}

/** Comments are not in a bundle, so both languages often have the same; page data writes an object that it meets twice once. */
function oncePerLanguage(challenge: Challenge): Challenge {
	const { fr, en } = challenge.startBundle;
	return fr.code === en.code && fr.map === en.map ? { ...challenge, startBundle: { fr, en: fr } } : challenge;
}
