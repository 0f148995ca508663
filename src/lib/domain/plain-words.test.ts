/** Tests that a program's names, dials and examples are shown with labels and units in plain words. */
import { expect, test } from 'vitest';
import {
	dialLabelAndUnit,
	formatGivenValues,
	formatValueWithLabel,
	splitIdentifierIntoWords,
	labelOfIdentifier
} from './plain-words.ts';
import type { ShownVersion } from './shown-version.ts';

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
