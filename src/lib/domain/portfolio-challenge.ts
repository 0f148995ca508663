/** What the portfolio shows about the challenge of a work: whose problem it is, and the words of its decision. */
import { chooseChallengeTextLanguage, type Language } from './language.ts';
import type { Challenge, ChallengeText } from './challenge.ts';

export interface PortfolioChallenge {
	id: string;
	/** Hash of the version. */
	hash: string;
	/** Language of the texts. */
	language: Language;
	title: string;
	person: ChallengeText['person'];
	place: string;
	hasPicture: boolean;
	/** Paths of the challenge's read-only files, which the portfolio leaves out because the student did not write them. */
	given: string[];
	decision: {
		question: string;
		/** Titles of the options by id. */
		options: Record<string, string>;
		/** Label and unit of each value that a student may set for the option `another`, by id. */
		values: ChallengeText['values'];
	};
}

/** Returns what a portfolio in `language` shows about a version. */
export function portfolioChallengeOf(
	challenge: Challenge,
	language: Language,
	hasPicture: boolean
): PortfolioChallenge {
	const { id, hash, place, readOnly, decision } = challenge;
	const { title, person, options, values, decision: texts } = challenge.text[language];
	return {
		id,
		hash,
		language: chooseChallengeTextLanguage(challenge, language),
		title,
		person,
		place,
		hasPicture,
		given: readOnly,
		decision: {
			question: texts.question,
			options: Object.fromEntries(
				[...decision.options, 'another'].flatMap((option) => {
					const optionTexts = options[option];
					return optionTexts ? [[option, optionTexts.title]] : [];
				})
			),
			values: Object.fromEntries(
				decision.another.flatMap((setting) => {
					const words = values[setting.id];
					return words ? [[setting.id, words]] : [];
				})
			)
		}
	};
}

/** Finds the challenge of a work by the hash of its version, else by its id. */
export const findPortfolioChallenge = (
	challenges: readonly PortfolioChallenge[],
	pinned: { id: string; hash: string } | null
): PortfolioChallenge | undefined =>
	pinned === null
		? undefined
		: (challenges.find(({ hash }) => hash === pinned.hash) ?? challenges.find(({ id }) => id === pinned.id));
