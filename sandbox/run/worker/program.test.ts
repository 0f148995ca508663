import { expect, test } from 'vitest';
import { PreparedPrelude } from './program.ts';

const PRELUDE_CODE = `const fileNames = require('seen');
let failure;
module.exports = { files: {
	'file:good': () => fileNames.push('good'),
	'file:bad': () => { fileNames.push('bad'); throw (failure ??= new Error('no')); }
} };`;

test('a prelude’s files run once before the bundle arrives, and a file that threw throws again', () => {
	const fileNames: string[] = [];
	const preparedPrelude = new PreparedPrelude({ seen: fileNames });
	preparedPrelude.runPreludeFiles(PRELUDE_CODE);
	expect(fileNames).toEqual(['good', 'bad']);
	const files = preparedPrelude.preludeFilesOf(PRELUDE_CODE);
	expect(preparedPrelude.preludeFilesOf(PRELUDE_CODE)).toBe(files);
	expect(() => files['file:bad']?.()).toThrow('no');
});

test('another prelude replaces the earlier one, and an empty prelude has no files', () => {
	const preparedPrelude = new PreparedPrelude({ seen: [] });
	expect(preparedPrelude.preludeFilesOf('')).toEqual({});
	expect(Object.keys(preparedPrelude.preludeFilesOf(PRELUDE_CODE))).toEqual(['file:good', 'file:bad']);
	expect(Object.keys(preparedPrelude.preludeFilesOf(`module.exports = { files: { 'file:other': () => 1 } };`))).toEqual(
		['file:other']
	);
});
