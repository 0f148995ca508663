/** A number as it is written where the page is read, with one decimal at most: `0,5` in French. */
export function decimal(value: number, language: string): string {
	return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}
