import { expect, test } from 'vitest';
import { numbersIn } from './compare-translations.ts';

test('numbers are the same however a language writes them', () => {
	expect(numbersIn('1,5 million, 95 %')).toEqual(numbersIn('1.5 million, 95%'));
	expect(numbersIn('1 000 pièces')).toEqual(numbersIn('1,000 pieces'));
	expect(numbersIn('1\u202f234\u202f567')).toEqual(['1234567']);
	expect(numbersIn('de 21 à 30 : 50')).toEqual(numbersIn('50 from 21 to 30'));
	expect(numbersIn('[a](https://doi.org/10.1038/1) 7')).toEqual(['7']);
	expect(numbersIn('à 14 h 05, 3 bacs')).toEqual(numbersIn('3 trays at 2:05 pm'));
	expect(numbersIn('23 h 00')).toEqual(numbersIn('23:00'));
	expect(numbersIn('de 7 h 30 à 9h15')).toEqual([]);
	expect(numbersIn('14 h de travail')).toEqual(['14']);
	expect(numbersIn('3:1376, 99:99, 1:5')).not.toEqual([]);
	expect(numbersIn('10 minutes')).not.toEqual(numbersIn('20 minutes'));
});
