import { expect, test } from 'vitest';
import {
	readPlainValue,
	formatPlainValue,
	dialLabelAndUnit,
	formatGivenValues,
	formatValueWithLabel,
	splitIdentifierIntoWords,
	labelOfIdentifier
} from './plain-words.ts';
import type { ShownVersion } from './demo.ts';

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

const dialRange = { min: 0, max: 20, step: 1, start: 0 };
const SHOWN_VERSION: ShownVersion = {
	language: 'fr',
	title: 'Frigo',
	version: '1.0.0',
	labels: { alarme: 'Alarme', status: 'status' },
	situation: '',
	hand: [
		{ ...dialRange, id: 'temperature', label: 'Température', unit: '°C' },
		{ ...dialRange, id: 'celsius', label: 'Et s’il gelait ?', unit: '°C' }
	],
	options: [],
	another: [],
	decideSituation: '',
	figures: {},
	functions: [
		{
			name: 'alarme',
			parameters: [
				{ name: 'temperature', kind: 'number' },
				{ name: 'jourFerie', kind: 'yes-no' }
			],
			returns: 'text'
		}
	],
	facts: []
};

test('a program’s names are shown as words, or with their label and unit', () => {
	expect(splitIdentifierIntoWords('painsDuMardi')).toBe('Pains du mardi');
	expect(splitIdentifierIntoWords('value1')).toBe('Value 1');
	expect(labelOfIdentifier(SHOWN_VERSION, 'alarme')).toEqual({ label: 'Alarme', unit: '' });
	expect(labelOfIdentifier(SHOWN_VERSION, 'temperature')).toEqual({ label: 'Température', unit: '°C' });
	expect(labelOfIdentifier(SHOWN_VERSION, 'celsius')).toEqual({ label: 'Celsius', unit: '°C' });
	expect(labelOfIdentifier(SHOWN_VERSION, 'minutesOut').label).toBe('Minutes out');
});

test('a unit equal to its dial’s name becomes the label', () => {
	const question = 'Et si la valeur change ?';
	expect(dialLabelAndUnit('temperature', { label: question, unit: 'temperature' })).toEqual({
		label: 'Temperature',
		unit: ''
	});
	expect(dialLabelAndUnit('celsius', { label: question, unit: '°C' })).toEqual({ label: question, unit: '°C' });
	expect(dialLabelAndUnit('far', undefined)).toEqual({ label: 'Far', unit: '' });
	expect(formatValueWithLabel('Température', '0', 'fr')).toBe('Température\u00a0: 0');
	expect(formatValueWithLabel('Temperature', '0', 'en')).toBe('Temperature: 0');
	expect(formatValueWithLabel(question, '0', 'fr')).toBe('Et si la valeur change ? 0');
});

test('the values of an example are shown with labels and units', () => {
	const example = { function: 'alarme', given: [9.5, false], returns: 'chaud' };
	expect(formatGivenValues(example, SHOWN_VERSION, 'fr')).toBe('Température\u00a0: 9,5\u00a0°C, Jour ferie\u00a0: non');
	expect(formatGivenValues(example, null, 'en')).toBe('9.5, no');
});
