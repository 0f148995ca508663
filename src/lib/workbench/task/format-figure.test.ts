import { expect, test } from 'vitest';
import type { MeasuredFigure } from '#sandbox/report.ts';
import { formatFigure } from './format-figure.ts';

/** Formats a figure with plain spaces, because French figures hold narrow and non-breaking ones. */
const formatWithPlainSpaces = (figure: MeasuredFigure, language: string) =>
	formatFigure(figure, language).replace(/\s/g, ' ');

test('figures are written as is usual in French and in English', () => {
	expect(formatWithPlainSpaces({ id: 'takings', value: 123450, unit: 'cents' }, 'fr')).toBe('1 234,50 €');
	expect(formatWithPlainSpaces({ id: 'takings', value: 123450, unit: 'cents' }, 'en')).toBe('€1,234.50');
	expect(formatWithPlainSpaces({ id: 'kept', value: 365, unit: 'days' }, 'fr')).toBe('365 jours');
	expect(formatWithPlainSpaces({ id: 'kept', value: 1, unit: 'days' }, 'en')).toBe('1 day');
	expect(formatWithPlainSpaces({ id: 'share', value: 12, unit: 'percent' }, 'fr')).toBe('12 %');
	expect(formatWithPlainSpaces({ id: 'plates', value: 30, unit: 'count' }, 'en')).toBe('30');
});
