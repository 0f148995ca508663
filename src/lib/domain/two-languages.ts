/** Reads a text that is written once with the words of both languages. */
import type { Language } from './language.ts';

/** Matches French and English words written side by side: `{{un rond|a disc}}`. */
const BILINGUAL_WORDS_PATTERN = /\{\{([^{}|]*)\|([^{}|]*)\}\}/g;

export function pickWordsOfLanguage(text: string, language: Language): string {
	return text.replace(
		BILINGUAL_WORDS_PATTERN,
		(_, french: string, english: string) => ({ fr: french, en: english })[language]
	);
}
