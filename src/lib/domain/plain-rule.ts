import { readExampleValues } from './exercise/example-values.ts';
import type { Language } from './language.ts';
import { formatPlainValue } from './plain-words.ts';

/** Returns a check's sentence without code. `names` gives the words for each function that the sentence may mention. */
export function toPlainCheckSentence(sentence: string, names: ReadonlyMap<string, string>, language: Language): string {
	const [open, close] = QUOTE_SIGNS_BY_LANGUAGE[language];
	const namePattern = [...names.keys()].map((name) => name.replaceAll('$', '\\$')).join('|');
	const sentenceInWords =
		namePattern === ''
			? sentence
			: sentence.replace(
					new RegExp(`(?<![\\w$])(${namePattern})(?![\\w$])(?:\\(([^()]*)\\))?`, 'g'),
					(_, name: string, given: string | undefined) => {
						const words = names.get(name) ?? name;
						if (given !== undefined) return `${words} (${formatPlainList(given, language)})`;
						// A function's name without capitals may be an ordinary word of the sentence, so keep it.
						return /\p{Lu}/u.test(name) ? words : name;
					}
				);
	return sentenceInWords
		.replace(
			/'([^']*)'|"([^"]*)"/g,
			(_, single: string | undefined, double = '') => `${open}${single ?? double}${close}`
		)
		.replace(/\b(?:true|false)\b/g, (word) => formatPlainValue(word === 'true', language))
		.replace(RETURNS_PATTERN_BY_LANGUAGE[language], GIVES_WORD_BY_LANGUAGE[language])
		.replace(/(\d)\.(\d)/g, language === 'fr' ? '$1,$2' : '$1.$2');
}
/** The verb for what a function does: programmers say “returns”, other readers “gives”. */
const RETURNS_PATTERN_BY_LANGUAGE = { fr: /(?<!\p{L})renvoie(?!\p{L})/gu, en: /\breturns\b/g } as const;
const GIVES_WORD_BY_LANGUAGE = { fr: 'donne', en: 'gives' } as const;
const QUOTE_SIGNS_BY_LANGUAGE = { fr: ['«\u00a0', '\u00a0»'], en: ['“', '”'] } as const;

const formatPlainList = (given: string, language: Language): string =>
	readExampleValues(given)
		?.map((value) => formatPlainValue(value, language))
		.join('\u00a0; ') ?? given;
