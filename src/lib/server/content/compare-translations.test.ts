/** Tests that equal numbers are recognised in French and English texts, however each language writes them. */
import { expect, test } from 'vitest';
import { findNumbersIn } from './compare-translations.ts';

test('equal numbers and times are recognised in French and English notation', () => {
	expect(findNumbersIn('1,5 million, 95 %')).toEqual(findNumbersIn('1.5 million, 95%'));
	expect(findNumbersIn('1 000 pièces')).toEqual(findNumbersIn('1,000 pieces'));
	expect(findNumbersIn('1\u202f234\u202f567')).toEqual(['1234567']);
	expect(findNumbersIn('de 21 à 30 : 50')).toEqual(findNumbersIn('50 from 21 to 30'));
	expect(findNumbersIn('[a](https://doi.org/10.1038/1) 7')).toEqual(['7']);
	expect(findNumbersIn('à 14 h 05, 3 bacs')).toEqual(findNumbersIn('3 trays at 2:05 pm'));
	expect(findNumbersIn('23 h 00')).toEqual(findNumbersIn('23:00'));
	expect(findNumbersIn('de 7 h 30 à 9h15')).toEqual([]);
	expect(findNumbersIn('14 h de travail')).toEqual(['14']);
	expect(findNumbersIn('3:1376, 99:99, 1:5')).not.toEqual([]);
	expect(findNumbersIn('10 minutes')).not.toEqual(findNumbersIn('20 minutes'));
});
