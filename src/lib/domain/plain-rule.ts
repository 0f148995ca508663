/** Says the sentence of a check as somebody reads it who does not program. */
import { readValues } from './exercise/values.ts';
import type { Language } from './language.ts';
import { writePlainValue } from './plain-values.ts';

/** Returns the sentence without code. `names`: the words for the functions that it may name. */
export function plainRule(sentence: string, names: ReadonlyMap<string, string>, language: Language): string {
	const [open, close] = QUOTES[language];
	const called = [...names.keys()].map((name) => name.replaceAll('$', '\\$')).join('|');
	const said =
		called === ''
			? sentence
			: sentence.replace(
					new RegExp(`(?<![\\w$])(${called})(?![\\w$])(?:\\(([^()]*)\\))?`, 'g'),
					(_, name: string, given: string | undefined) => {
						const words = names.get(name) ?? name;
						if (given !== undefined) return `${words} (${plainList(given, language)})`;
						// A name of one word may be a word of the sentence.
						return /\p{Lu}/u.test(name) ? words : name;
					}
				);
	return said
		.replace(
			/'([^']*)'|"([^"]*)"/g,
			(_, single: string | undefined, double = '') => `${open}${single ?? double}${close}`
		)
		.replace(/\b(?:true|false)\b/g, (word) => writePlainValue(word === 'true', language))
		.replace(/(\d)\.(\d)/g, language === 'fr' ? '$1,$2' : '$1.$2');
}
const QUOTES = { fr: ['«\u00a0', '\u00a0»'], en: ['“', '”'] } as const;

/** Says what stands between the parentheses of a call. */
const plainList = (given: string, language: Language): string =>
	readValues(given)
		?.map((value) => writePlainValue(value, language))
		.join('\u00a0; ') ?? given;
