/** Writes values that a student set, for reading: `durée 7 jours, lieu 1`. */
import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatDecimal } from './format-decimal.ts';

/** Returns one text for each value, in the given order; a value without a label is named by its id. */
export function describeChosenValues(
	values: Record<string, number>,
	valueWords: ChallengeText['values'],
	language: Language
): string {
	return Object.entries(values)
		.map(([id, value]) => {
			const { label, unit } = valueWords[id] ?? { label: id, unit: '' };
			return `${label} ${formatDecimal(value, language)} ${unit}`.trim();
		})
		.join(', ');
}
