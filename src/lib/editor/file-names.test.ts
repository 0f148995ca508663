import { expect, test } from 'vitest';
import { completeFileName, findFileNameError, renameFile, removeFile, type FileEnding } from './file-names.ts';

const EXISTING_FILES = { 'main.ts': 'a', 'given.ts': 'b' };

test.each([
	['', 'empty'],
	['  ', 'empty'],
	['.ts', 'empty'],
	['tools', null],
	['my-tools_2.ts', null],
	['MAIN', 'taken'],
	['given.ts', 'taken'],
	['prix élevé', 'characters'],
	['data/tools', 'characters'],
	['tools.js', null],
	['given.js', 'taken'],
	['../x', 'characters'],
	['2d', 'characters'],
	['scene', 'reserved'],
	['a'.repeat(41), 'long']
])('the file name %j gives the error %s', (name, error) => {
	expect(findFileNameError(name, EXISTING_FILES)).toBe(error);
});

test.each([
	['look', 'look.ts', null],
	['sketch.js', 'sketch.ts', null],
	['look.css', 'look.css', null],
	['style.css', 'style.css', 'taken'],
	['.css', '.css', 'empty'],
	['picture.png', 'picture.png.ts', 'characters']
] as const)('in a page, the file name %j becomes %s and gives the error %s', (name, path, error) => {
	const endings: FileEnding[] = ['.ts', '.html', '.css'];
	expect(completeFileName(name, endings)).toBe(path);
	expect(findFileNameError(name, { 'index.html': '', 'style.css': '' }, null, endings)).toBe(error);
});

test.each(['card.json', 'Braise.json'])('%s is reserved for the zip of a project', (name) => {
	expect(findFileNameError(name, EXISTING_FILES, null, ['.ts', '.json'])).toBe('reserved');
	expect(findFileNameError(name, { ...EXISTING_FILES, [name]: '' }, name, ['.ts', '.json'])).toBeNull();
});

test('a program has no other files than .ts', () => {
	expect(findFileNameError('style.css', EXISTING_FILES)).toBe('characters');
});

test('a file being renamed may keep its name, or change its capitals', () => {
	expect(findFileNameError('given', EXISTING_FILES, 'given.ts')).toBeNull();
	expect(findFileNameError('Given', EXISTING_FILES, 'given.ts')).toBeNull();
});

test('renaming keeps the order of the tabs', () => {
	expect(Object.keys(renameFile(EXISTING_FILES, 'main.ts', completeFileName('start')))).toEqual([
		'start.ts',
		'given.ts'
	]);
	expect(removeFile(EXISTING_FILES, 'main.ts')).toEqual({ 'given.ts': 'b' });
});
