import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';

export function formatNumber(value: number, language: string): string {
	// Whole numbers below 1000 look alike in all languages of Braise, and a browser's first number format takes 20 ms.
	if (Number.isInteger(value) && value >= 0 && value < 1000) return value.toFixed(0);
	return new Intl.NumberFormat(language).format(value);
}

export function formatDecimal(value: number, language: string): string {
	return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

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
