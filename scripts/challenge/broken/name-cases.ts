/** Folders with file names that another system does not allow. */
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
