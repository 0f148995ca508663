import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER_BYTE_LIMITS, MOST_FOLDER_FILES } from '#lib/domain/challenge-folder.ts';
import type { BrokenFolderCase } from './author-folder.ts';

const FILE_NAME_MESSAGE = 'rename it: a name has letters without accents, digits, hyphens, underscores and dots';

export const FILE_NAME_CASES: BrokenFolderCase[] = [
	{
		name: 'a name that a terminal obeys',
		break: (folder) => folder.write('data/\u001b[2Jdays.ts', ''),
		expectedLines: [`data/\\u001b[2Jdays.ts:1: ${FILE_NAME_MESSAGE}`]
	},
	{
		name: 'a name of two lines',
		break: (folder) => folder.write('data/days.ts\nchallenge.yaml:1: all well', ''),
		expectedLines: [`data/days.ts\\u000achallenge.yaml:1: all well:1: ${FILE_NAME_MESSAGE}`]
	},
	{
		name: 'a name that is read from right to left',
		break: (folder) => folder.write('data/\u202est.syad', ''),
		expectedLines: [`data/\\u202est.syad:1: ${FILE_NAME_MESSAGE}`]
	},
	{
		name: 'a name with an accent, which machines write in two ways',
		break: (folder) => folder.write('data/journée.ts', ''),
		expectedLines: [`data/journée.ts:1: ${FILE_NAME_MESSAGE}`]
	},
	{
		name: 'a name that Windows cuts short',
		break: (folder) => folder.write('data/days.ts.', ''),
		expectedLines: [`data/days.ts.:1: ${FILE_NAME_MESSAGE}`]
	},
	{
		name: 'a name that Windows gives to a device',
		break: (folder) => folder.write('data/aux.ts', ''),
		expectedLines: ['data/aux.ts:1: rename it: Windows has no files of that name']
	},
	{
		name: 'two names that differ in a capital letter',
		break: (folder) => folder.write('data/Days.ts', ''),
		expectedLines: ['data/days.ts:1: rename it: on many machines it is the same file as data/Days.ts']
	}
];

const SYMBOLIC_LINK_MESSAGE = 'is a symbolic link: a challenge brings its files itself';

const encodeUtf16 = (text: string) => Buffer.from(text, 'utf16le');

export const BROKEN_FILE_CASES: BrokenFolderCase[] = [
	{
		name: 'a link to a file outside',
		break: (folder, { secretFolder: outside }) => folder.link('data/secret.ts', join(outside, 'secret.ts')),
		expectedLines: [`data/secret.ts:1: ${SYMBOLIC_LINK_MESSAGE}`]
	},
	{
		name: 'a link to a folder outside',
		break: (folder, { secretFolder: outside }) => folder.link('scene', outside),
		expectedLines: [`scene:1: ${SYMBOLIC_LINK_MESSAGE}`]
	},
	{
		name: 'a link that leads nowhere',
		break: (folder) => folder.link('checks/stretch.yaml', 'nowhere.yaml'),
		expectedLines: [`checks/stretch.yaml:1: ${SYMBOLIC_LINK_MESSAGE}`]
	},
	{
		name: 'a link that leads to what holds it',
		break: (folder) => folder.link('data/again', '..'),
		expectedLines: [`data/again:1: ${SYMBOLIC_LINK_MESSAGE}`]
	},
	{
		name: 'a folder that is a link itself',
		break: (folder, { secretFolder: outside }) => symlinkSync(folder.path, join(outside, 'linked')),
		checkedPath: (_, { secretFolder: outside }) => join(outside, 'linked'),
		expectedLines: [`:1: ${SYMBOLIC_LINK_MESSAGE}`]
	},
	{
		name: '50 MB of data',
		break: (folder) => folder.writeLarge('data/archive.txt', 50_000_000),
		expectedLines: [
			`data/archive.txt:1: has 50000000 bytes; at most ${FOLDER_BYTE_LIMITS.file}`,
			/^:1: all files together have 500\d{5} bytes; at most 2000000$/
		]
	},
	{
		name: 'files that are too large together',
		break(folder) {
			for (let number = 0; number < 10; number += 1)
				folder.writeLarge(`data/${number}.txt`, FOLDER_BYTE_LIMITS.file - 1);
		},
		expectedLines: [/^:1: all files together have \d+ bytes; at most 2000000$/]
	},
	{
		name: 'more files than anybody needs',
		break(folder) {
			for (let number = 0; number <= MOST_FOLDER_FILES; number += 1) folder.write(`data/${number}.txt`, '');
		},
		expectedLines: [`:1: the folder has more than ${MOST_FOLDER_FILES} files; at most ${MOST_FOLDER_FILES}`]
	},
	{
		name: 'a text as long as a book',
		break: (folder) => folder.writeLarge('teacher.en.md', FOLDER_BYTE_LIMITS.document + 1),
		expectedLines: [
			`teacher.en.md:1: has ${FOLDER_BYTE_LIMITS.document + 1} bytes; at most ${FOLDER_BYTE_LIMITS.document}`
		]
	},
	{
		name: 'UTF-16',
		break: (folder) => folder.write('text.en.md', encodeUtf16(`\ufeff${folder.read('text.en.md')}`)),
		expectedLines: ['text.en.md:1: is not UTF-8: save it again in that encoding']
	},
	{
		name: 'UTF-16 without a mark',
		break: (folder) => folder.write('data/days.ts', encodeUtf16('export const days = [];\n')),
		expectedLines: ['data/days.ts:1: holds the control character U+0000: remove it, or save the file in UTF-8']
	},
	{
		name: 'Latin-1',
		break: (folder) => folder.write('text.fr.md', Buffer.from(folder.read('text.fr.md'), 'latin1')),
		expectedLines: ['text.fr.md:3: is not UTF-8: save it again in that encoding']
	},
	{
		name: 'a character that no editor shows',
		break: (folder) => folder.replace('challenge.yaml', 'place: Val', 'place: Val\0'),
		expectedLines: ['challenge.yaml:13: holds the control character U+0000: remove it, or save the file in UTF-8']
	},
	{
		name: 'line ends and marks of Windows, which are no fault',
		break(folder) {
			for (const file of ['challenge.yaml', 'checks/build.yaml', 'text.fr.md', 'private/mutants.yaml', 'scene.ts'])
				folder.write(file, `\ufeff${folder.read(file).replaceAll('\n', '\r\n')}`);
		},
		expectedLines: []
	},
	{
		name: 'a folder where a file should be',
		break(folder) {
			folder.remove('challenge.yaml');
			mkdirSync(join(folder.path, 'challenge.yaml'));
		},
		expectedLines: ['challenge.yaml:1: is missing'],
		hasOtherLines: true
	},
	{
		name: 'a file where a folder should be',
		break: () => undefined,
		checkedPath: (folder) => join(folder.path, 'challenge.yaml'),
		expectedLines: [':1: is not a folder']
	},
	{
		name: 'no folder',
		break: (folder) => folder.remove('.'),
		expectedLines: [':1: there is no such folder']
	},
	{
		name: 'an empty folder',
		break(folder) {
			folder.remove('.');
			mkdirSync(folder.path);
		},
		expectedLines: ['challenge.yaml:1: is missing']
	}
];
