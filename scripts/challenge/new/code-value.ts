/** Writes values as they stand in a program and in a sentence. */
import type { Language } from '#lib/domain/language.ts';
import type { GivenExample } from './call-example.ts';

/** In a program. A text of an example holds no quote and no backslash. */
export function inCode(value: GivenExample): string {
	if (typeof value === 'string') return `'${value}'`;
	if (typeof value !== 'object') return String(value);
	if (Array.isArray(value)) return `[${value.map(inCode).join(', ')}]`;
	const { name, x, y, minutes } = value;
	return `{ name: '${name}', x: ${x}, y: ${y}, minutes: ${minutes} }`;
}

/** In a sentence, where French writes a comma in a number. */
export function inWords(value: GivenExample, language: Language): string {
	const code = inCode(value);
	return typeof value === 'number' && language === 'fr' ? code.replace('.', ',') : code;
}

/** Removes what computing with decimals leaves behind. */
export function rounded(number: number, decimals: number): number {
	return Number(number.toFixed(decimals));
}
