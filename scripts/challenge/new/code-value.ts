/** Writes values in the notation of a program or of a sentence. */
import type { Language } from '#lib/domain/language.ts';
import type { ExampleArgument } from './call-example.ts';

/** Writes a value in the notation of a program. Texts of examples contain no quote and no backslash. */
export function formatAsCode(value: ExampleArgument): string {
	if (typeof value === 'string') return `'${value}'`;
	if (typeof value !== 'object') return String(value);
	if (Array.isArray(value)) return `[${value.map(formatAsCode).join(', ')}]`;
	const { name, x, y, minutes } = value;
	return `{ name: '${name}', x: ${x}, y: ${y}, minutes: ${minutes} }`;
}

/** Writes a value for a sentence. French numbers have a comma. */
export function formatForSentence(value: ExampleArgument, language: Language): string {
	const code = formatAsCode(value);
	return typeof value === 'number' && language === 'fr' ? code.replace('.', ',') : code;
}

/** Rounds a number, to remove the errors of computing with decimals. */
export function roundDecimals(number: number, decimals: number): number {
	return Number(number.toFixed(decimals));
}
