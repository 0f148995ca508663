import { expect, test } from 'vitest';
import { findParameters, replaceParameterValue } from './find-parameters.ts';

const findProgramParameters = (text: string) => findParameters({ 'main.ts': text });

test.each([
	['const speed = 3; // 0..10', { kind: 'number', value: 3, min: 0, max: 10, step: 1 }],
	['let speed: number = 0.5 // 0..1', { kind: 'number', value: 0.5, min: 0, max: 1, step: 0.1 }],
	['const speed = 3; // 10..0', { min: 0, max: 10 }],
	['const speed = 400; // 0..100', { value: 400, min: 0, max: 400 }],
	['const speed = 3; // 0..10 pixels', { min: 0, max: 10 }],
	['export const angle = -1; // -3.14 .. 3.14', { kind: 'number', value: -1, min: -3.14, max: 3.14, step: 0.01 }],
	["const sky = 'tomato'; // ..", { kind: 'colour', value: 'tomato' }],
	['const sky = "#87ceeb"; //..', { kind: 'colour', value: '#87ceeb' }],
	[
		"const mode = 'day'; // day..night..heavy rain",
		{ kind: 'choice', value: 'day', options: ['day', 'night', 'heavy rain'] }
	],
	["const mode = 'a'; // a..b..a", { kind: 'choice', options: ['a', 'b'] }],
	['const isRaining = true; // ..', { kind: 'switch', value: true }]
])('a parameter is found in: %s', (line, expected) => {
	expect(findProgramParameters(`let other = 1;\n${line}\n`)).toMatchObject([expected]);
});

test.each([
	['a value with an ordinary comment', 'const speed = 3; // in pixels'],
	['a value without a comment', 'const speed = 3;'],
	['a range of length zero', 'const speed = 3; // 3..3'],
	['a range with three dots', 'const speed = 3; // 0...10'],
	['a number without a range', 'const speed = 3; // ..'],
	['a calculation', 'const speed = 3 * 2; // 0..10'],
	['a choice that lacks the present value', "const mode = 'fog'; // day..night"],
	['a choice with a quotation mark', "const mode = 'day'; // day..l'été"],
	['a line in a comment', '/*\nconst speed = 3; // 0..10\n*/'],
	['a line in a template string', 'const code = `\nconst speed = 3; // 0..10\n`;'],
	['a comment with an ellipsis', 'const speed = 3; // fast...']
])('%s is not a parameter', (_, text) => {
	expect(findProgramParameters(text)).toEqual([]);
});

test('parameters with the same name get different ids and tell whether they stand outside functions', () => {
	const text = '  const size = 3; // 0..10\nfunction draw() {\nconst size = 4; // 0..10\n}';
	const parameters = findParameters({
		'main.ts': text,
		'tools.ts': 'let size = 5; // 0..10',
		'data.csv': 'let size = 5; // 0..10'
	});
	expect(parameters.map(({ id, isTopLevel }) => [id, isTopLevel])).toEqual([
		['main.ts-size-0', true],
		['main.ts-size-1', false],
		['tools.ts-size-0', true]
	]);
});

test('a new value replaces the old one, and the rest of the line stays unchanged', () => {
	const writeParameterValue = (text: string, value: number | string | boolean) => {
		const [parameter] = findProgramParameters(text);
		return parameter && replaceParameterValue(text, parameter, value);
	};
	expect(writeParameterValue('// é\nconst  speed = 3 ;  // 0..10', 7)).toBe('// é\nconst  speed = 7 ;  // 0..10');
	expect(writeParameterValue('let part = 0.5; // 0..1', 0.1 + 0.2)).toBe('let part = 0.3; // 0..1');
	expect(writeParameterValue('let part = 0.0000001; // 0..1', 0.0000002)).toBe('let part = 0.0000002; // 0..1');
	expect(writeParameterValue('let part = 0.5; // -1..1', -0.04)).toBe('let part = 0; // -1..1');
	expect(writeParameterValue('let part = 20; // 0..100', 10)).toBe('let part = 10; // 0..100');
	expect(writeParameterValue('const sky = "tomato"; // ..', '#00ff00')).toBe('const sky = "#00ff00"; // ..');
	expect(writeParameterValue("const mode = 'day'; // day..night", 'night')).toBe("const mode = 'night'; // day..night");
	expect(writeParameterValue('const isRaining = true; // ..', false)).toBe('const isRaining = false; // ..');
});
