import { expect, test } from 'vitest';
import { createCaseExample, formatBadCaseCall } from './case-example.ts';

const createProblemCase = (label: string, good: string, bad: string) => ({ label, good, bad });

test('the last figure of a card becomes a function’s result, and earlier figures its parameters', () => {
	const example = createCaseExample(
		[createProblemCase('Température', '5 °C', '9,5 °C'), createProblemCase('Alarme', 'ok', 'trop chaud')],
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
			createProblemCase('Pains du mardi', '1 250', '80'),
			createProblemCase('Météo', '', 'pluie'),
			createProblemCase('Jour férié ?', 'non', 'oui'),
			createProblemCase('2e fournée', '3', '0')
		],
		'fr'
	);
	expect(example).toMatchObject({ function: 'result', parameters: ['painsDuMardi', 'jourFerie'] });
	expect(example?.good).toEqual({ given: [1250, false], returns: 3 });
});

test('thousands are read as the language of the card writes them', () => {
	const cases = [createProblemCase('Flour', '1,200 g', '2\u202f500 g'), createProblemCase('Loaves', '3', '4.5')];
	expect(createCaseExample(cases, 'en')).toMatchObject({
		good: { given: [1200] },
		bad: { given: [2500], returns: 4.5 }
	});
	expect(createCaseExample(cases, 'fr')).toMatchObject({ good: { given: [1.2] }, bad: { given: [2500] } });
});

test('a label that is a reserved word gets another name', () => {
	const example = createCaseExample(
		[createProblemCase('Case', '3', '40'), createProblemCase('New', '1', '2'), createProblemCase('Import', '5', '9')],
		'fr'
	);
	expect(example).toMatchObject({ function: 'importValue', parameters: ['caseValue', 'newValue'] });
});

test('rows beyond a function’s four parameters are counted as left out', () => {
	const rows = ['A', 'B', 'C', 'D', 'E', 'F', 'Pain'].map((label) => createProblemCase(label, '1', '2'));
	const example = createCaseExample(rows, 'fr');
	expect(example).toMatchObject({ parameters: ['a', 'b', 'c', 'd'], leftOutCount: 2 });
	expect(createCaseExample(rows.slice(2), 'fr')?.leftOutCount).toBe(0);
});

test.each([
	['an empty card', []],
	['a card of one row', [createProblemCase('Pain', '3', '4')]],
	[
		'a card without a number before its last figure',
		[createProblemCase('Temps', 'beau', 'pluie'), createProblemCase('Pain', '3', '4')]
	],
	[
		'a figure that is a number in one case and a word in the other',
		[createProblemCase('Pain', '3', 'trop'), createProblemCase('Reste', '0', '30')]
	],
	[
		'a card with two figures of the same name',
		[createProblemCase('Pain', '3', '4'), createProblemCase('Pain', '0', '30')]
	]
])('%s makes no example', (_, cases) => {
	expect(createCaseExample(cases, 'fr')).toBeUndefined();
});
