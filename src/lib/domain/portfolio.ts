import * as v from 'valibot';
import { idSchema } from './identity.ts';
import { toOneLine, parseWithSchema } from './parse.ts';
import type { WallVisibility } from './wall.ts';
import type { Decision, PinnedChallenge, WorkKind } from './work.ts';
import { chooseChallengeTextLanguage, type Language } from './language.ts';
import type { Challenge, ChallengeText } from './challenge.ts';

export const PORTFOLIO_LIMITS = {
	works: 30,
	/** Upper limits of characters: of a sentence, and of the name in the file. */
	sentence: 200,
	name: 80
};

const chosenWorkSchema = v.strictObject({
	work: idSchema,
	sentence: v.pipe(v.string(), v.maxLength(PORTFOLIO_LIMITS.sentence))
});
type ChosenWork = v.InferOutput<typeof chosenWorkSchema>;

/** The picked works, in the order of the portfolio. */
export type PortfolioChoice = readonly ChosenWork[];

export const portfolioStorageKey = (account: string | null): string => `braise.portfolio.${account ?? ''}`;

const storedPortfolioChoiceSchema = v.strictObject({
	format: v.literal(1),
	works: v.pipe(
		v.array(chosenWorkSchema),
		v.maxLength(PORTFOLIO_LIMITS.works),
		v.check((works) => new Set(works.map(({ work }) => work)).size === works.length)
	)
});

/** Parses a stored choice of works; returns an empty choice for any other input. */
export const parsePortfolioChoice = (stored: unknown): PortfolioChoice =>
	parseWithSchema(storedPortfolioChoiceSchema, stored)?.works ?? [];

export const formatPortfolioChoice = (works: PortfolioChoice): string => JSON.stringify({ format: 1, works });

/** Adds a work at the end of a choice, or removes it. A choice that already holds as many works as allowed stays as it is. */
export function setWorkChosen(choice: PortfolioChoice, workId: string, isChosen: boolean): PortfolioChoice {
	const otherWorks = choice.filter((each) => each.work !== workId);
	if (!isChosen) return otherWorks;
	if (otherWorks.length < choice.length || choice.length >= PORTFOLIO_LIMITS.works) return choice;
	return [...choice, { work: workId, sentence: '' }];
}

export const replaceWorkSentence = (choice: PortfolioChoice, workId: string, text: string): PortfolioChoice =>
	choice.map((each) =>
		each.work === workId ? { ...each, sentence: toOneLine(text, PORTFOLIO_LIMITS.sentence) } : each
	);

export function moveChosenWork(choice: PortfolioChoice, workId: string, by: -1 | 1): PortfolioChoice {
	const currentIndex = choice.findIndex((each) => each.work === workId);
	const [moved, passed] = [choice[currentIndex], choice[currentIndex + by]];
	if (moved === undefined || passed === undefined) return choice;
	const reorderedChoice = choice.filter((each) => each !== moved);
	reorderedChoice.splice(currentIndex + by, 0, moved);
	return reorderedChoice;
}

export interface ShownPortfolioSummary {
	id: string;
	/** The student's pseudonym. */
	maker: string;
	isOwn: boolean;
	visibility: WallVisibility;
}

/** A work as the class sees it in a portfolio: without its program. */
export interface ShownPortfolioWork {
	work: string;
	kind: Exclude<WorkKind, 'folder'>;
	challenge: PinnedChallenge | null;
	/** Title of a project; empty for a challenge. */
	title: string;
	/** The person whose problem the project solves; may be empty. */
	who: string;
	decision: Decision | null;
	isPair: boolean;
	sentence: string;
	/** Description of the cover in words; null without a cover. */
	cover: string | null;
	/** Id of the exhibit where the class can run this project; null where the viewer sees none. */
	exhibit: string | null;
}

export interface ShownPortfolio extends ShownPortfolioSummary {
	changedAt: Date;
	mayBeReported: boolean;
	/** Pseudonym of the student who reported the portfolio, for teachers; null when nobody did. */
	reportedBy: string | null;
	works: ShownPortfolioWork[];
}

export interface PortfolioChallenge {
	id: string;
	hash: string;
	language: Language;
	title: string;
	person: ChallengeText['person'];
	place: string;
	hasPicture: boolean;
	/** Paths of the challenge's read-only files, which the portfolio leaves out because the student did not write them. */
	given: string[];
	decision: {
		question: string;
		options: Record<string, string>;
		values: ChallengeText['values'];
	};
}

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

export const findPortfolioChallenge = (
	challenges: readonly PortfolioChallenge[],
	pinned: { id: string; hash: string } | null
): PortfolioChallenge | undefined =>
	pinned === null
		? undefined
		: (challenges.find(({ hash }) => hash === pinned.hash) ?? challenges.find(({ id }) => id === pinned.id));
