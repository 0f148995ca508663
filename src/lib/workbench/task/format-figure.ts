import { formatNumber } from '#lib/ui/format-number.ts';
import type { MeasuredFigure } from '#sandbox/report.ts';

const INTL_UNIT_NAMES: Record<Exclude<MeasuredFigure['unit'], 'count' | 'cents' | 'percent'>, string> = {
	minutes: 'minute',
	grams: 'gram',
	kilometres: 'kilometer',
	days: 'day'
};

/** Formats a figure for its reader: `1 234,50 €`, `12 jours`. */
export function formatFigure(figure: MeasuredFigure, pageLanguage: string): string {
	// The locale "en" would write kilometers, while the texts of challenges write kilometres.
	const language = pageLanguage === 'en' ? 'en-GB' : pageLanguage;
	switch (figure.unit) {
		case 'count':
			return formatNumber(figure.value, language);
		case 'percent':
			return new Intl.NumberFormat(language, { style: 'percent' }).format(figure.value / 100);
		case 'cents':
			return new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(figure.value / 100);
		default:
			return new Intl.NumberFormat(language, {
				style: 'unit',
				unit: INTL_UNIT_NAMES[figure.unit],
				unitDisplay: 'long'
			}).format(figure.value);
	}
}
