/** Formats a number for a language: `1 234,5` in French. */
export function formatNumber(value: number, language: string): string {
	// Whole numbers below 1000 look alike in all languages of Braise, and a browser's first number format takes 20 ms.
	if (Number.isInteger(value) && value >= 0 && value < 1000) return value.toFixed(0);
	return new Intl.NumberFormat(language).format(value);
}
