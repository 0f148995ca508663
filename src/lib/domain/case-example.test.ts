import { expect, test } from 'vitest';
import { createCaseExample, formatBadCaseCall } from './case-example.ts';

const row = (label: string, good: string, bad: string) => ({ label, good, bad });

test('the last figure of a card is what a function returns for those before', () => {
	const example = createCaseExample([row('Température', '5 °C', '9,5 °C'), row('Alarme', 'ok', 'trop chaud')], 'fr');
	expect(example).toEqual({
		function: 'alarme',
		parameters: ['temperature'],
		leftOutCount: 0,
		words: { temperature: { label: 'Température', unit: '°C' }, alarme: { label: 'Alarme', unit: '' } },
		good: { given: [5], returns: 'ok' },
		bad: { given: [9.5], returns: 'trop chaud' }
	});
	expect(example && formatBadCaseCall(example)).toBe("alarme(temperature: 9.5) = 'trop chaud'");
});

test('a row that is not whole is left out, and names are those of a program', () => {
	const example = createCaseExample(
		[
			row('Pains du mardi', '1 250', '80'),
			row('Météo', '', 'pluie'),
			row('Jour férié ?', 'non', 'oui'),
			row('2e fournée', '3', '0')
		],
		'fr'
	);
	expect(example).toMatchObject({ function: 'result', parameters: ['painsDuMardi', 'jourFerie'] });
	expect(example?.good).toEqual({ given: [1250, false], returns: 3 });
});

test('thousands are read as the language of the card writes them', () => {
	const cases = [row('Flour', '1,200 g', '2\u202f500 g'), row('Loaves', '3', '4.5')];
	expect(createCaseExample(cases, 'en')).toMatchObject({
		good: { given: [1200] },
		bad: { given: [2500], returns: 4.5 }
	});
	expect(createCaseExample(cases, 'fr')).toMatchObject({ good: { given: [1.2] }, bad: { given: [2500] } });
});

test('a word that a program keeps for itself is no name', () => {
	const example = createCaseExample([row('Case', '3', '40'), row('New', '1', '2'), row('Import', '5', '9')], 'fr');
	expect(example).toMatchObject({ function: 'importValue', parameters: ['caseValue', 'newValue'] });
});

test('rows that are more than a function is given are counted', () => {
	const rows = ['A', 'B', 'C', 'D', 'E', 'F', 'Pain'].map((label) => row(label, '1', '2'));
	const example = createCaseExample(rows, 'fr');
	expect(example).toMatchObject({ parameters: ['a', 'b', 'c', 'd'], leftOutCount: 2 });
	expect(createCaseExample(rows.slice(2), 'fr')?.leftOutCount).toBe(0);
});

test.each([
	['nothing', []],
	['one row', [row('Pain', '3', '4')]],
	['no number', [row('Temps', 'beau', 'pluie'), row('Pain', '3', '4')]],
	['a number here and a word there', [row('Pain', '3', 'trop'), row('Reste', '0', '30')]],
	['two figures of one name', [row('Pain', '3', '4'), row('Pain', '0', '30')]]
])('%s makes no example', (_, cases) => {
	expect(createCaseExample(cases, 'fr')).toBeUndefined();
});
