/** Puts a text that is written once for two languages into one of them. */
import type { Language } from './language.ts';

/** French words and English words: `{{un rond|a disc}}`. */
const BOTH = /\{\{([^{}|]*)\|([^{}|]*)\}\}/g;

export function inLanguage(text: string, language: Language): string {
	return text.replace(BOTH, (_, french: string, english: string) => ({ fr: french, en: english })[language]);
}
