/** Formats a number for a language with at most one decimal: `0,5` in French. */
export function formatDecimal(value: number, language: string): string {
	return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}
