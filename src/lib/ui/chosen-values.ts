/** Writes the values of a rule that students set themselves, as a person reads them: `durée 7 jours, lieu 1`. */
import type { ChallengeText, Language } from '#lib/domain/challenge.ts';
import { decimal } from './decimal.ts';

/** Returns one part for each value, in the order given; a value that has no words is named by its id. */
export function chosenValues(
	values: Record<string, number>,
	words: ChallengeText['values'],
	language: Language
): string {
	return Object.entries(values)
		.map(([id, value]) => {
			const { label, unit } = words[id] ?? { label: id, unit: '' };
			return `${label} ${decimal(value, language)} ${unit}`.trim();
		})
		.join(', ');
}
