/** Says the names and units of a program as somebody reads them who does not program. */
import type { Language } from './language.ts';
import { writePlainValue } from './plain-values.ts';
import type { ProposedExample } from './showing.ts';
import type { ShownVersion } from './shown-version.ts';

export interface PlainWords {
	label: string;
	/** Empty for none. */
	unit: string;
}

/** Makes words of a name in a program: `painsDuMardi` is “Pains du mardi”. */
export function plainName(name: string): string {
	const words = name
		.replace(/[_$]+/g, ' ')
		.replace(/(\p{Ll}|\d)(\p{Lu})/gu, (_, before: string, next: string) => `${before} ${next.toLowerCase()}`)
		.replace(/(\p{L})(\d)/gu, '$1 $2')
		.trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns the words of a dial; a unit that is the dial's name says what is measured, and stands for a missing label. */
export function dialWords(id: string, words: PlainWords | undefined): PlainWords {
	const { label = id, unit = '' } = words ?? {};
	if (unit === id) return { label: plainName(id), unit: '' };
	return { label: label === id ? plainName(id) : label, unit };
}

/** Puts a value behind its label; a label that asks needs no colon. */
export function labelled(label: string, value: string, language: Language): string {
	const colon = /[?:]$/.test(label) ? '' : COLON[language];
	return `${label}${colon} ${value}`;
}
const COLON = { fr: '\u00a0:', en: ':' } as const;

/** Writes a number or another value with its unit. */
export const measured = (value: unknown, unit: string, language: Language): string =>
	[writePlainValue(value, language), unit].filter(Boolean).join('\u00a0');

/** Returns the words of a function, or of what it is given: those of the challenge, or else of its name. */
export function wordsOf({ labels, hand, another }: ShownVersion, name: string): PlainWords {
	const dial = [...hand, ...another].find(({ id }) => id === name);
	const unit = dial?.unit ?? '';
	const label = labels[name] ?? name;
	if (label !== name) return { label, unit };
	// A dial's label may be a question about the scene.
	return { label: dial && !dial.label.endsWith('?') ? dial.label : plainName(name), unit };
}

/** Says what an example is given: “Température : 9,5 °C, Jour férié : non”. `version`: null when nothing is shown any more. */
export function givenWords(example: ProposedExample, version: ShownVersion | null, language: Language): string {
	const signature = version?.functions.find(({ name }) => name === example.function);
	return example.given
		.map((value, at) => {
			const name = signature?.parameters[at]?.name;
			if (version === null || name === undefined) return writePlainValue(value, language);
			const { label, unit } = wordsOf(version, name);
			return labelled(label, measured(value, unit, language), language);
		})
		.join(', ');
}
