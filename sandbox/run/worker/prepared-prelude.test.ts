/** Tests that a prelude is evaluated only once, even when its files throw. */
import { expect, test } from 'vitest';
import { PreparedPrelude } from './prepared-prelude.ts';

const PRELUDE = `const fileNames = require('seen');
let failure;
module.exports = { files: {
	'file:good': () => fileNames.push('good'),
	'file:bad': () => { fileNames.push('bad'); throw (failure ??= new Error('no')); }
} };`;

test('a prelude’s files run once before the bundle arrives, and a file that threw throws again', () => {
	const fileNames: string[] = [];
	const preparedPrelude = new PreparedPrelude({ seen: fileNames });
	preparedPrelude.runFiles(PRELUDE);
	expect(fileNames).toEqual(['good', 'bad']);
	const files = preparedPrelude.filesOf(PRELUDE);
	expect(preparedPrelude.filesOf(PRELUDE)).toBe(files);
	expect(() => files['file:bad']?.()).toThrow('no');
});

test('another prelude replaces the earlier one, and an empty prelude has no files', () => {
	const preparedPrelude = new PreparedPrelude({ seen: [] });
	expect(preparedPrelude.filesOf('')).toEqual({});
	expect(Object.keys(preparedPrelude.filesOf(PRELUDE))).toEqual(['file:good', 'file:bad']);
	expect(Object.keys(preparedPrelude.filesOf(`module.exports = { files: { 'file:other': () => 1 } };`))).toEqual([
		'file:other'
	]);
});
