/** Reads and writes the values of an example as somebody writes them who does not program. */
import type { TypedValue } from './exercise/typed-value.ts';
import type { Language } from './language.ts';

/** `any`: the program does not say which. */
export const VALUE_KINDS = ['number', 'text', 'yes-no', 'numbers', 'any'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

const YES = /^(?:oui|vrai|yes|true)$/i;
const NO = /^(?:non|faux|no|false)$/i;
/** Digits in groups of three, as both languages write thousands; the spaces may be those that do not break. */
const SPACED = /^[-+−]?\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/;
/** The same with commas, in English alone: `1,200` is a little more than one in French. */
const WITH_COMMAS = /^[-+−]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const NUMBER = /^[-+−]?\d+(?:[.,]\d+)?$/;

/** Reads `2,5`, `oui`, `5 ; 9 ; 5` as somebody types them in `language`; undefined for what is not of this kind. */
export function readPlainValue(kind: ValueKind, typed: string, language: Language): TypedValue | undefined {
	const text = typed.trim();
	switch (kind) {
		case 'number':
			return readPlainNumber(text, language);
		case 'text':
			return text === '' ? undefined : text;
		case 'yes-no':
			return readYesNo(text);
		case 'numbers':
			return readNumbers(text, language);
		case 'any':
			return readPlainNumber(text, language) ?? readYesNo(text) ?? (text === '' ? undefined : text);
	}
}

/** Reads `2,5`, `1 250` and, in English, `1,250.5`. */
export function readPlainNumber(typed: string, language: Language): number | undefined {
	const text = typed.trim().replace(/^([-+−])\s+/, '$1');
	const digits = SPACED.test(text)
		? text.replace(/\s/g, '')
		: language === 'en' && WITH_COMMAS.test(text)
			? text.replaceAll(',', '')
			: text;
	return NUMBER.test(digits) ? Number(digits.replace('−', '-').replace(',', '.')) : undefined;
}

function readYesNo(text: string): boolean | undefined {
	return YES.test(text) ? true : NO.test(text) ? false : undefined;
}

function readNumbers(text: string, language: Language): number[] | undefined {
	if (text === '') return [];
	// A space that does not break stands within a number, any other one between two.
	const parts = text.includes(';') ? text.split(';') : text.split(/,[ \t\n]+|[ \t\n]+/);
	const numbers = parts.map((part) => readPlainNumber(part, language));
	return numbers.includes(undefined) ? undefined : numbers.filter((number) => number !== undefined);
}

/** Writes a value for its reader: `2,5`, `oui`, `5 ; 9 ; 5`. */
export function writePlainValue(value: unknown, language: Language): string {
	if (typeof value === 'number') return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
	if (typeof value === 'boolean') return WORDS[language][value ? 'yes' : 'no'];
	if (typeof value === 'string') return value;
	if (Array.isArray(value) && value.every((each) => typeof each === 'number'))
		return value.map((each) => writePlainValue(each, language)).join(' ; ');
	return JSON.stringify(value) ?? '';
}

const WORDS = { fr: { yes: 'oui', no: 'non' }, en: { yes: 'yes', no: 'no' } } as const;
