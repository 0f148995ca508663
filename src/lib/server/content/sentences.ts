/** Parses and checks the explaining sentences that an author writes in a data file, in each language. */
import * as v from 'valibot';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { findNumbersIn } from './compare-translations.ts';
import type { ContentPlace, ContentProblem } from './content-problem.ts';

const sentenceLineSchema = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'));
export const sentenceSchema = v.union(
	[sentenceLineSchema, v.record(v.picklist(LANGUAGES), sentenceLineSchema)],
	'a sentence, or one by language'
);
export type TranslatableSentence = v.InferOutput<typeof sentenceSchema>;

export function pickSentence(sentence: TranslatableSentence, language: Language): string {
	return typeof sentence === 'string' ? sentence : (sentence[language] ?? '');
}

/** Checks that a sentence (`because`) is written in all languages, with the same numbers. */
export function findSentenceProblems(
	{ because, place }: { because: TranslatableSentence; place: ContentPlace },
	languages: readonly Language[]
): ContentProblem[] {
	if (typeof because === 'string')
		return languages.length === 1
			? []
			: [{ ...place, message: `because: write it by language, { ${languages.join(': …, ')}: … }` }];
	const missingLanguages = languages.filter((language) => because[language] === undefined);
	if (missingLanguages.length > 0)
		return [{ ...place, message: `because.${missingLanguages.join(', because.')}: is missing` }];
	const numbersByLanguage = languages.map((language) => findNumbersIn(because[language] ?? '').join(' ') || 'none');
	return new Set(numbersByLanguage).size < 2
		? []
		: [
				{
					...place,
					message: `because: numbers are ${numbersByLanguage[1]}, in the other language ${numbersByLanguage[0]}`
				}
			];
}
