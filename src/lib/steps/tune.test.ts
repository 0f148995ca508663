import { expect, test } from 'vitest';
import { readTunedValue, replaceTunedValue } from './tune.ts';

test.each([
	['const rate = 50;', 50],
	['export const rate: number = 2.5', 2.5],
	['const   rate=1_000 ;', 1000],
	['const rate = -3; // per half-hour', -3],
	['// const rate = 1;\nconst rate = 2;', 2],
	['/* const rate = 1; */ const rate = 2;', 2],
	["const s = 'const rate = 1;';\nconst rate = 2;", 2],
	['const rate =\n\t4;', 4],
	['const rate = 1e3;', 1000]
])('reads the value in %j', (text, value) => {
	expect(readTunedValue(text, 'rate')).toBe(value);
});

test.each([
	'',
	'let rate = 50;',
	'const rates = 50;',
	'const Rate = 50;',
	'const rate = 50 * 2;',
	'const rate = 50n;',
	'const rate = other;',
	"const rate = '50';",
	'function price() {\n\tconst rate = 50;\n}',
	'const rate == 5;'
])('finds no value in %j', (text) => {
	expect(readTunedValue(text, 'rate')).toBeNull();
	expect(replaceTunedValue(text, 'rate', 1)).toEqual({ kind: 'missing' });
});

test('changes the number and nothing else', () => {
	const text = 'const free = 20; // minutes\nexport const rate : number  =  50  ; // cents\n';
	expect(replaceTunedValue(text, 'rate', 7.5)).toEqual({
		kind: 'set',
		text: 'const free = 20; // minutes\nexport const rate : number  =  7.5  ; // cents\n'
	});
});

test('a value that was set is read back, also of a name with a dollar', () => {
	for (const value of [0, -4, 0.1, 1e21, 1e-7]) {
		const replacedValue = replaceTunedValue('const $rate = 1;', '$rate', value);
		expect(replacedValue.kind === 'set' && readTunedValue(replacedValue.text, '$rate')).toBe(value);
	}
	expect(replaceTunedValue('const rate = 1;', 'rate', Number.NaN)).toEqual({ kind: 'missing' });
});
