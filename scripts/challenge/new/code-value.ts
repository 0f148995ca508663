/** Writes values as they stand in a program and in a sentence. */
import type { Language } from '#lib/domain/language.ts';
import type { ExampleValue } from './call-example.ts';

/** In a program. A text of an example holds no quote and no backslash. */
export function inCode(value: ExampleValue): string {
	return typeof value === 'string' ? `'${value}'` : String(value);
}

/** In a sentence, where French writes a comma in a number. */
export function inWords(value: ExampleValue, language: Language): string {
	const code = inCode(value);
	return typeof value === 'number' && language === 'fr' ? code.replace('.', ',') : code;
}

/** Removes what computing with decimals leaves behind. */
export function rounded(number: number, decimals: number): number {
	return Number(number.toFixed(decimals));
}
