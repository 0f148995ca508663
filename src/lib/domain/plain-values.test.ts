import { expect, test } from 'vitest';
import { readPlainValue, writePlainValue } from './plain-values.ts';

test.each([
	['number', ' 2,5 ', 2.5],
	['number', '1 250', 1250],
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
	['numbers', '', []],
	['numbers', '5,9,5', undefined],
	['any', '9', 9],
	['any', 'faux', false],
	['any', 'pain', 'pain']
] as const)('as %s, “%s” is read', (kind, typed, value) => {
	expect(readPlainValue(kind, typed)).toEqual(value);
});

test.each([
	[2.5, 'fr', '2,5'],
	[2.5, 'en', '2.5'],
	[true, 'fr', 'oui'],
	['pain', 'fr', 'pain'],
	[[5, 9.5], 'fr', '5 ; 9,5'],
	[{ a: 1 }, 'en', '{"a":1}'],
	[undefined, 'en', '']
] as const)('%s is written in %s', (value, language, text) => {
	expect(writePlainValue(value, language)).toBe(text);
});
