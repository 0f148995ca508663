/** Reads and writes the values of an example as somebody writes them who does not program. */
import type { TypedValue } from './exercise/typed-value.ts';
import type { Language } from './language.ts';

/** `any`: the program does not say which. */
export const VALUE_KINDS = ['number', 'text', 'yes-no', 'numbers', 'any'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

const YES = /^(?:oui|vrai|yes|true)$/i;
const NO = /^(?:non|faux|no|false)$/i;
const SPACES = /[\s\u00a0\u202f]+/g;
/** A comma between digits is a decimal one, as French writes it. */
const NUMBER = /^[-+−]?\d+(?:[.,]\d+)?$/;

/** Reads `2,5`, `oui`, `5 ; 9 ; 5`; undefined for what is not of this kind. */
export function readPlainValue(kind: ValueKind, typed: string): TypedValue | undefined {
	const text = typed.trim();
	switch (kind) {
		case 'number':
			return readNumber(text);
		case 'text':
			return text === '' ? undefined : text;
		case 'yes-no':
			return readYesNo(text);
		case 'numbers':
			return readNumbers(text);
		case 'any':
			return readNumber(text) ?? readYesNo(text) ?? (text === '' ? undefined : text);
	}
}

function readNumber(text: string): number | undefined {
	const digits = text.replace(SPACES, '');
	return NUMBER.test(digits) ? Number(digits.replace('−', '-').replace(',', '.')) : undefined;
}

function readYesNo(text: string): boolean | undefined {
	return YES.test(text) ? true : NO.test(text) ? false : undefined;
}

function readNumbers(text: string): number[] | undefined {
	if (text === '') return [];
	const parts = text.includes(';') ? text.split(';') : text.split(/,\s+|\s+/);
	const numbers = parts.map((part) => readNumber(part.trim()));
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
