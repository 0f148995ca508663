/** Reads and writes an example's values in the notation of people who do not program. */
import type { ExampleJsonValue } from './exercise/typed-value.ts';
import type { Language } from './language.ts';

/** Kinds of value; `any` when the program does not say which kind it takes. */
export const VALUE_KINDS = ['number', 'text', 'yes-no', 'numbers', 'any'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

const YES_WORD_PATTERN = /^(?:oui|vrai|yes|true)$/i;
const NO_WORD_PATTERN = /^(?:non|faux|no|false)$/i;
/** Matches digits in groups of three with spaces, as both languages write thousands; the spaces may be non-breaking. */
const NUMBER_WITH_SPACES_PATTERN = /^[-+−]?\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/;
/** Matches digits in groups of three with commas, which means thousands in English only: in French, `1,200` is a little more than one. */
const NUMBER_WITH_COMMAS_PATTERN = /^[-+−]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const PLAIN_NUMBER_PATTERN = /^[-+−]?\d+(?:[.,]\d+)?$/;

/** Reads a value as people type it in `language`, such as `2,5`, `oui` or `5 ; 9 ; 5`; undefined for a text that is not of this kind. */
export function readPlainValue(kind: ValueKind, typedText: string, language: Language): ExampleJsonValue | undefined {
	const text = typedText.trim();
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

/** Reads a number such as `2,5`, `1 250` or, in English, `1,250.5`; undefined for any other text. */
export function readPlainNumber(typedText: string, language: Language): number | undefined {
	const text = typedText.trim().replace(/^([-+−])\s+/, '$1');
	const digits = NUMBER_WITH_SPACES_PATTERN.test(text)
		? text.replace(/\s/g, '')
		: language === 'en' && NUMBER_WITH_COMMAS_PATTERN.test(text)
			? text.replaceAll(',', '')
			: text;
	return PLAIN_NUMBER_PATTERN.test(digits) ? Number(digits.replace('−', '-').replace(',', '.')) : undefined;
}

function readYesNo(text: string): boolean | undefined {
	return YES_WORD_PATTERN.test(text) ? true : NO_WORD_PATTERN.test(text) ? false : undefined;
}

function readNumbers(text: string, language: Language): number[] | undefined {
	if (text === '') return [];
	// A non-breaking space stands within a number; any other space separates two numbers.
	const parts = text.includes(';') ? text.split(';') : text.split(/,[ \t\n]+|[ \t\n]+/);
	const numbers = parts.map((part) => readPlainNumber(part, language));
	return numbers.includes(undefined) ? undefined : numbers.filter((number) => number !== undefined);
}

/** Writes a value for people who do not program: `2,5`, `oui`, `5 ; 9 ; 5`. */
export function formatPlainValue(value: unknown, language: Language): string {
	if (typeof value === 'number') return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
	if (typeof value === 'boolean') return YES_NO_WORDS[language][value ? 'yes' : 'no'];
	if (typeof value === 'string') return value;
	if (Array.isArray(value) && value.every((each) => typeof each === 'number'))
		return value.map((each) => formatPlainValue(each, language)).join(' ; ');
	return JSON.stringify(value) ?? '';
}

const YES_NO_WORDS = { fr: { yes: 'oui', no: 'non' }, en: { yes: 'yes', no: 'no' } } as const;
