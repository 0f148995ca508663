/** Tests how numbers, texts, lists and yes-or-no values are read and written in French and English. */
import { expect, test } from 'vitest';
import { readPlainValue, formatPlainValue } from './plain-values.ts';

test.each([
	['number', ' 2,5 ', 2.5],
	['number', '1 250', 1250],
	['number', '1\u00a0250', 1250],
	['number', '1\u202f250,5', 1250.5],
	['number', '12 345 678', 12345678],
	['number', '12 50', undefined],
	['number', '1,200', 1.2],
	['number', '- 3', -3],
	['number', '−3', -3],
	['number', 'douze', undefined],
	['number', '', undefined],
	['text', ' trop chaud ', 'trop chaud'],
	['text', ' ', undefined],
	['yes-no', 'Oui', true],
	['yes-no', 'no', false],
	['yes-no', 'peut-être', undefined],
	['numbers', '2,5 ; 3', [2.5, 3]],
	['numbers', '5, 9, 5', [5, 9, 5]],
	['numbers', '5 9', [5, 9]],
	['numbers', '1\u202f200 ; 3', [1200, 3]],
	['numbers', '1\u00a0200 300', [1200, 300]],
	['numbers', '1 200 ; 3', [1200, 3]],
	['numbers', '', []],
	['numbers', '5,9,5', undefined],
	['any', '9', 9],
	['any', 'faux', false],
	['any', 'pain', 'pain']
] as const)('as %s, “%s” is read in French as %j', (kind, typed, value) => {
	expect(readPlainValue(kind, typed, 'fr')).toEqual(value);
});

test.each([
	['number', '1,200', 1200],
	['number', '−1,234,567.5', -1234567.5],
	['number', '1 200', 1200],
	['number', '2.5', 2.5],
	['number', '2,5', 2.5],
	['number', '0,200', 0.2],
	['number', '1,20,300', undefined],
	['numbers', '1,200, 300', [1200, 300]],
	['numbers', '1,200; 2.5', [1200, 2.5]],
	['any', '1,200', 1200]
] as const)('as %s, “%s” is read in English as %j', (kind, typed, value) => {
	expect(readPlainValue(kind, typed, 'en')).toEqual(value);
});

test.each([
	[2.5, 'fr', '2,5'],
	[2.5, 'en', '2.5'],
	[true, 'fr', 'oui'],
	['pain', 'fr', 'pain'],
	[[5, 9.5], 'fr', '5 ; 9,5'],
	[{ a: 1 }, 'en', '{"a":1}'],
	[undefined, 'en', '']
] as const)('%j is written in %s as “%s”', (value, language, text) => {
	expect(formatPlainValue(value, language)).toBe(text);
});
