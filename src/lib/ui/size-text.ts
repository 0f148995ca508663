import type { Language } from '#lib/domain/language.ts';

export function formatFileSize(bytes: number, language: Language): string {
	const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
	const formatOptions = {
		style: 'unit',
		unit,
		unitDisplay: 'short',
		maximumFractionDigits: amount < 10 ? 1 : 0
	} as const;
	return new Intl.NumberFormat(language, formatOptions).format(amount);
}
