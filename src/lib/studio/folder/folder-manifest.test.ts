import { expect, test } from 'vitest';
import { raiseFolderVersion } from './folder-manifest.ts';

const createFolderFiles = (version: string) => ({ 'challenge.yaml': `id: own-a\nversion: ${version}\npiste: blue\n` });

test.each([
	['the published number', '1.0.1', '1.0.2'],
	['the older number of a restored folder', '1.0.0', '1.0.2'],
	['a number in quotes', '"1.0.0"', '1.0.2'],
	['a higher number', '1.0.2', '1.0.2'],
	['a higher number with more digits', '1.0.10', '1.0.10'],
	['a number with a higher first part', '2.0.0', '2.0.0'],
	['a malformed number', '1.0', '1.0']
])('with version 1.0.1 published, %s (%s) gives %s', (_, version, wantedVersion) => {
	expect(raiseFolderVersion(createFolderFiles(version), '1.0.1')).toEqual(createFolderFiles(wantedVersion));
});

test('version parts are compared as numbers, and an unchanged folder is returned as the same object', () => {
	expect(raiseFolderVersion(createFolderFiles('1.0.9'), '1.0.10')).toEqual(createFolderFiles('1.0.11'));
	const files = createFolderFiles('1.1.0');
	expect(raiseFolderVersion(files, '1.0.10')).toBe(files);
});
