/** Puts a program's names and units into words for people who do not program. */
import type { Language } from './language.ts';
import { formatPlainValue } from './plain-values.ts';
import type { ProposedExample } from './showing.ts';
import type { ShownVersion } from './shown-version.ts';

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

/** Writes a label and a value, with a colon between them unless the label is a question. */
export function formatValueWithLabel(label: string, value: string, language: Language): string {
	const colon = /[?:]$/.test(label) ? '' : COLON_BY_LANGUAGE[language];
	return `${label}${colon} ${value}`;
}
const COLON_BY_LANGUAGE = { fr: '\u00a0:', en: ':' } as const;

/** Writes a number or another value, followed by its unit. */
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
