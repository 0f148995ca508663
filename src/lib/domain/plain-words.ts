import type { ExampleJsonValue } from './exercise/exercise.ts';
import type { Language } from './language.ts';
import type { ProposedExample, ShownVersion, ValueKind } from './demo.ts';

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

export interface LabelAndUnit {
	label: string;
	/** Unit of the value; empty when it has none. */
	unit: string;
}

/** Makes words of a name in a program: `painsDuMardi` becomes “Pains du mardi”. */
export function splitIdentifierIntoWords(name: string): string {
	const words = name
		.replace(/[_$]+/g, ' ')
		.replace(/(\p{Ll}|\d)(\p{Lu})/gu, (_, before: string, next: string) => `${before} ${next.toLowerCase()}`)
		.replace(/(\p{L})(\d)/gu, '$1 $2')
		.trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Returns the label and unit of a dial. A missing label is replaced by the dial's name in words; so is the label of a dial whose
 * unit only repeats its name.
 */
export function dialLabelAndUnit(id: string, words: LabelAndUnit | undefined): LabelAndUnit {
	const { label = id, unit = '' } = words ?? {};
	if (unit === id) return { label: splitIdentifierIntoWords(id), unit: '' };
	return { label: label === id ? splitIdentifierIntoWords(id) : label, unit };
}

export function formatValueWithLabel(label: string, value: string, language: Language): string {
	const colon = /[?:]$/.test(label) ? '' : COLON_BY_LANGUAGE[language];
	return `${label}${colon} ${value}`;
}
const COLON_BY_LANGUAGE = { fr: '\u00a0:', en: ':' } as const;

export const formatValueWithUnit = (value: unknown, unit: string, language: Language): string =>
	[formatPlainValue(value, language), unit].filter(Boolean).join('\u00a0');

/** Returns words for a function or a parameter: the challenge's label if there is one, else words made of the name. */
export function labelOfIdentifier({ labels, hand, another }: ShownVersion, name: string): LabelAndUnit {
	const dial = [...hand, ...another].find(({ id }) => id === name);
	const unit = dial?.unit ?? '';
	const label = labels[name] ?? name;
	if (label !== name) return { label, unit };
	// A dial's label that is a question is meant for the scene and does not name the parameter.
	return { label: dial && !dial.label.endsWith('?') ? dial.label : splitIdentifierIntoWords(name), unit };
}

/**
 * Says in words which values an example is given: “Température : 9,5 °C, Jour férié : non”. `version` is null when no version is
 * shown any more.
 */
export function formatGivenValues(example: ProposedExample, version: ShownVersion | null, language: Language): string {
	const signature = version?.functions.find(({ name }) => name === example.function);
	return example.given
		.map((value, at) => {
			const name = signature?.parameters[at]?.name;
			if (version === null || name === undefined) return formatPlainValue(value, language);
			const { label, unit } = labelOfIdentifier(version, name);
			return formatValueWithLabel(label, formatValueWithUnit(value, unit, language), language);
		})
		.join(', ');
}
