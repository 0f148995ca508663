/** Tests that the last figure of a problem's card becomes a function's result, and the earlier figures its parameters. */
import { expect, test } from 'vitest';
import { createCaseExample, formatBadCaseCall } from './case-example.ts';

const createCaseRow = (label: string, good: string, bad: string) => ({ label, good, bad });

test('the last figure of a card becomes a function’s result, and earlier figures its parameters', () => {
	const example = createCaseExample(
		[createCaseRow('Température', '5 °C', '9,5 °C'), createCaseRow('Alarme', 'ok', 'trop chaud')],
		'fr'
	);
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

test('incomplete rows are left out, and labels become valid names of a program', () => {
	const example = createCaseExample(
		[
			createCaseRow('Pains du mardi', '1 250', '80'),
			createCaseRow('Météo', '', 'pluie'),
			createCaseRow('Jour férié ?', 'non', 'oui'),
			createCaseRow('2e fournée', '3', '0')
		],
		'fr'
	);
	expect(example).toMatchObject({ function: 'result', parameters: ['painsDuMardi', 'jourFerie'] });
	expect(example?.good).toEqual({ given: [1250, false], returns: 3 });
});

test('thousands are read as the language of the card writes them', () => {
	const cases = [createCaseRow('Flour', '1,200 g', '2\u202f500 g'), createCaseRow('Loaves', '3', '4.5')];
	expect(createCaseExample(cases, 'en')).toMatchObject({
		good: { given: [1200] },
		bad: { given: [2500], returns: 4.5 }
	});
	expect(createCaseExample(cases, 'fr')).toMatchObject({ good: { given: [1.2] }, bad: { given: [2500] } });
});

test('a label that is a reserved word gets another name', () => {
	const example = createCaseExample(
		[createCaseRow('Case', '3', '40'), createCaseRow('New', '1', '2'), createCaseRow('Import', '5', '9')],
		'fr'
	);
	expect(example).toMatchObject({ function: 'importValue', parameters: ['caseValue', 'newValue'] });
});

test('rows beyond a function’s four parameters are counted as left out', () => {
	const rows = ['A', 'B', 'C', 'D', 'E', 'F', 'Pain'].map((label) => createCaseRow(label, '1', '2'));
	const example = createCaseExample(rows, 'fr');
	expect(example).toMatchObject({ parameters: ['a', 'b', 'c', 'd'], leftOutCount: 2 });
	expect(createCaseExample(rows.slice(2), 'fr')?.leftOutCount).toBe(0);
});

test.each([
	['an empty card', []],
	['a card of one row', [createCaseRow('Pain', '3', '4')]],
	[
		'a card without a number before its last figure',
		[createCaseRow('Temps', 'beau', 'pluie'), createCaseRow('Pain', '3', '4')]
	],
	[
		'a figure that is a number in one case and a word in the other',
		[createCaseRow('Pain', '3', 'trop'), createCaseRow('Reste', '0', '30')]
	],
	['a card with two figures of the same name', [createCaseRow('Pain', '3', '4'), createCaseRow('Pain', '0', '30')]]
])('%s makes no example', (_, cases) => {
	expect(createCaseExample(cases, 'fr')).toBeUndefined();
});
