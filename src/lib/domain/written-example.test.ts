import { describe, expect, test } from 'vitest';
import {
	countReadableExamples,
	createEmptyWrittenExample,
	readExamplesByStep,
	isEmptyWrittenExample,
	LONGEST_EXAMPLE_CELL,
	MOST_WRITTEN_EXAMPLES,
	readExampleCell,
	readWrittenExample,
	type WrittenExample
} from './written-example.ts';

const functionSignatures = [
	{ name: 'status', parameters: ['celsius'] },
	{ name: 'between', parameters: ['low', 'high'] }
];

describe('the text of a cell', () => {
	test.each([
		['9', 9],
		[' -2.5 ', -2.5],
		['1e3', 1000],
		['"ok"', 'ok'],
		["'ok'", 'ok'],
		['ok', 'ok'],
		['trop chaud', 'trop chaud'],
		['constructor', 'constructor'],
		['true', true],
		['null', null],
		['[]', []],
		['[5, 9, [1]]', [5, 9, [1]]],
		['{ "a": 1 }', { a: 1 }]
	])('%s is read as a value', (typed, value) => {
		expect(readExampleCell(typed)).toEqual({ value });
		expect(JSON.parse(JSON.stringify(value))).toEqual(value);
	});

	test.each([
		['', 'empty'],
		['  ', 'empty'],
		['3,5', 'comma'],
		['NaN', 'word'],
		['-Infinity', 'word'],
		['undefined', 'word'],
		['[5, 9', 'open'],
		['"ok', 'open'],
		['{ a: 1 }', 'open'],
		['1e999', 'unclear'],
		['9 10', 'unclear'],
		['status(9)', 'unclear'],
		['1; process.exit()', 'unclear'],
		['{ "__proto__": { "a": 1 } }', 'open'],
		['['.repeat(100) + ']'.repeat(100), 'open'],
		['[' + '1,'.repeat(1_000_000) + '1]', 'unclear']
	])('%.30s is refused: %s', (typed, fault) => {
		expect(readExampleCell(typed)).toEqual({ fault });
	});
});

describe('an example', () => {
	const createExample = (name: string, given: string[], returns: string): WrittenExample => ({
		function: name,
		given,
		returns
	});

	test('is read with its values in order', () => {
		expect(readWrittenExample(createExample('between', ['2', '8'], 'ok'), functionSignatures)).toEqual({
			example: { function: 'between', given: [2, 8], returns: 'ok' }
		});
	});

	test('reports the first cell that cannot be read', () => {
		expect(readWrittenExample(createExample('between', ['2', '3,5'], ''), functionSignatures)).toEqual({
			fault: { at: 1, fault: 'comma' }
		});
		expect(readWrittenExample(createExample('between', ['2'], ''), functionSignatures)).toEqual({
			fault: { at: 1, fault: 'empty' }
		});
		expect(readWrittenExample(createExample('status', ['2'], ''), functionSignatures)).toEqual({
			fault: { at: -1, fault: 'empty' }
		});
	});

	test.each(['toString', '__proto__', 'minutesOut', ''])(
		'of "%s" is refused, because the step has no such function',
		(name) => {
			expect(readWrittenExample(createExample(name, ['1'], '1'), functionSignatures)).toEqual({ fault: 'function' });
		}
	);

	test('may say that the function throws, whatever stands in the cell of the result', () => {
		const expectedResult = { example: { function: 'status', given: [2], throws: true } };
		for (const cell of ['', '3,5', 'ok'])
			expect(readWrittenExample({ ...createExample('status', ['2'], cell), throws: true }, functionSignatures)).toEqual(
				expectedResult
			);
		const halfWrittenExample = { ...createExample('status', [''], ''), throws: true as const };
		expect(readWrittenExample(halfWrittenExample, functionSignatures)).toEqual({ fault: { at: 0, fault: 'empty' } });
		expect(isEmptyWrittenExample(halfWrittenExample)).toBe(false);
	});

	test('that is empty is not counted', () => {
		const rows = [
			createExample('status', ['9'], 'warm'),
			createEmptyWrittenExample({ name: 'status', parameters: ['celsius'] })
		];
		expect(countReadableExamples(rows, functionSignatures)).toBe(1);
	});
});

describe('the examples of a saved lesson', () => {
	const example = { function: 'status', given: ['9'], returns: 'warm' };
	const createSavedLesson = (examples: unknown) => ({
		steps: [
			{ id: 'build', kind: 'build' },
			{ id: 'catch', kind: 'catch', examples }
		]
	});

	test('are found by step', () => {
		const throwingExample = { ...example, returns: '', throws: true };
		expect([...readExamplesByStep(createSavedLesson([example, throwingExample]))]).toEqual([
			['catch', [example, throwingExample]]
		]);
	});

	test.each([
		['no content', undefined],
		['no list of steps', { steps: 'catch' }],
		['no step of the kind "catch"', { steps: [{ id: 'catch', kind: 'build', examples: [example] }] }]
	])('are absent when the lesson has %s', (_, lesson) => {
		expect([...readExamplesByStep(lesson)]).toEqual([]);
	});

	test.each([
		['too many examples', Array.from({ length: MOST_WRITTEN_EXAMPLES + 1 }, () => example)],
		['a cell that is too long', [{ ...example, returns: 'a'.repeat(LONGEST_EXAMPLE_CELL + 1) }]],
		['a number instead of a text in a cell', [{ ...example, given: [9] }]],
		['another value than true for throws', [{ ...example, throws: 'yes' }]],
		['an object instead of a list', { length: 1, 0: example }],
		['no examples', undefined]
	])('are ignored when the step has %s', (_, examples) => {
		expect(readExamplesByStep(createSavedLesson(examples)).get('catch')).toEqual([]);
	});
});
