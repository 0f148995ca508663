import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isChallengeFilePath } from '#lib/domain/challenge-folder.ts';
import type { Files } from '#sandbox/contract.ts';
import { zipFolder, parseFolderZip } from './zip-folder.ts';

const CHALLENGES_FOLDER = 'challenges';
const challengeNames = readdirSync(CHALLENGES_FOLDER, { withFileTypes: true }).flatMap((entry) =>
	entry.isDirectory() ? entry.name : []
);

function readChallengeFiles(name: string): Files {
	const zippedPaths = readdirSync(join(CHALLENGES_FOLDER, name), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(CHALLENGES_FOLDER, name).length + 1))
		.filter(isChallengeFilePath);
	return Object.fromEntries(
		zippedPaths.map((path) => [path, readFileSync(join(CHALLENGES_FOLDER, name, path), 'utf8')])
	);
}

const zipTexts = (texts: Record<string, string>) =>
	zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])));

test('the repository has more than five challenges', () => {
	expect(challengeNames.length).toBeGreaterThan(5);
});

test.each(challengeNames)('%s: exporting, importing and exporting gives the same bytes', (name) => {
	const files = readChallengeFiles(name);
	expect(Object.keys(files)).toContain('private/solution/main.ts');
	const exportedZip = zipFolder(name, files);
	const parsedFolder = parseFolderZip(exportedZip);
	expect(parsedFolder).toEqual({ kind: 'folder', name, files, leftPaths: [] });
	if (parsedFolder.kind === 'folder') expect(zipFolder(parsedFolder.name, parsedFolder.files)).toEqual(exportedZip);
});

test('the order of the files does not change the zip’s bytes', () => {
	const files = { 'text.fr.md': '# a', 'challenge.yaml': 'id: a', 'data/a.ts': '' };
	const reversedFiles = Object.fromEntries(Object.entries(files).reverse());
	expect(zipFolder('a', reversedFiles)).toEqual(zipFolder('a', files));
});

describe('a folder that was zipped by hand', () => {
	test('is read though it lies in other folders, beside system files, with Windows line endings', () => {
		const parsedFolder = parseFolderZip(
			zipTexts({
				'work/bac/challenge.yaml': '\u{feff}id: bac\r\nversion: 1.0.0\r\n',
				'work/bac/checks/build.yaml': 'a',
				'work/bac/notes.txt': 'mine',
				'work/other.txt': 'theirs',
				'__MACOSX/work/._challenge.yaml': 'x',
				'work/bac/.DS_Store': 'y'
			})
		);
		expect(parsedFolder).toEqual({
			kind: 'folder',
			name: 'bac',
			files: { 'challenge.yaml': 'id: bac\nversion: 1.0.0\n', 'checks/build.yaml': 'a' },
			leftPaths: ['work/bac/notes.txt', 'work/other.txt']
		});
	});

	test.each([
		['no challenge.yaml', { 'main.ts': 'a' }, { reason: 'not-a-challenge' }],
		[
			'a path that leads out of the folder',
			{ 'challenge.yaml': 'a', 'data/../../x': 'b' },
			{ reason: 'path', file: 'data/../../x' }
		],
		[
			'two paths that differ only in case',
			{ 'challenge.yaml': 'a', 'data/A.ts': '', 'data/a.ts': '' },
			{ reason: 'twice', file: 'data/a.ts' }
		],
		['a file that is too large', { 'challenge.yaml': 'a', 'data/a.ts': 'x'.repeat(250_001) }, { reason: 'too-big' }]
	])('is refused with %s', (_, texts, refusal) => {
		expect(parseFolderZip(zipTexts(texts))).toEqual({ kind: 'refused', refusal });
	});

	test('is refused when a text is not UTF-8 or the file is not a zip', () => {
		const zipBytes = zipSync({ 'challenge.yaml': strToU8('a'), 'text.fr.md': new Uint8Array([0xe9, 0x74]) });
		expect(parseFolderZip(zipBytes)).toEqual({ kind: 'refused', refusal: { reason: 'text', file: 'text.fr.md' } });
		expect(parseFolderZip(strToU8('hello'))).toEqual({ kind: 'refused', refusal: { reason: 'not-a-zip' } });
	});
});
