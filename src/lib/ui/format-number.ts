/** Formats a number for a language: `1 234,5` in French. */
export function formatNumber(value: number, language: string): string {
	// These numbers are written alike in all languages of Braise, and a browser needs 20 ms for its first number format.
	if (Number.isInteger(value) && value >= 0 && value < 1000) return value.toFixed(0);
	return new Intl.NumberFormat(language).format(value);
}
