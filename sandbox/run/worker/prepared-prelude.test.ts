/** Tests that a prelude is evaluated only once, even when its files throw. */
import { expect, test } from 'vitest';
import { PreparedPrelude } from './prepared-prelude.ts';

const PRELUDE = `const fileNames = require('seen');
let failure;
module.exports = { files: {
	'file:good': () => fileNames.push('good'),
	'file:bad': () => { fileNames.push('bad'); throw (failure ??= new Error('no')); }
} };`;

test('files are run before their bundle comes, and one that throws does so again', () => {
	const fileNames: string[] = [];
	const prepared = new PreparedPrelude({ seen: fileNames });
	prepared.runFiles(PRELUDE);
	expect(fileNames).toEqual(['good', 'bad']);
	const files = prepared.filesOf(PRELUDE);
	expect(prepared.filesOf(PRELUDE)).toBe(files);
	expect(() => files['file:bad']?.()).toThrow('no');
});

test('another prelude takes its place, and none has no files', () => {
	const prepared = new PreparedPrelude({ seen: [] });
	expect(prepared.filesOf('')).toEqual({});
	expect(Object.keys(prepared.filesOf(PRELUDE))).toEqual(['file:good', 'file:bad']);
	expect(Object.keys(prepared.filesOf(`module.exports = { files: { 'file:other': () => 1 } };`))).toEqual([
		'file:other'
	]);
});
