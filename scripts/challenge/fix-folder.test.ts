import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { listChallengeFolders } from '#lib/server/content/read-folder.ts';
import { mendTypography } from '#lib/server/content/mend-typography.ts';
import { TEMPLATE_FOLDER } from './new/index.ts';
import { readChallengeText } from '#lib/server/content/challenge-text.ts';
import { fixFolder } from './fix-folder.ts';
import { formatChallengeFile } from './fix-folder.ts';

const testFolder = mkdtempSync(join(tmpdir(), 'braise-fix-'));
const templateCopy = join(testFolder, 'template');
afterAll(() => rmSync(testFolder, { recursive: true, force: true }));
beforeEach(() => cpSync(TEMPLATE_FOLDER, templateCopy, { recursive: true }));

const readChallengeFile = (path: string) => readFileSync(join(templateCopy, path), 'utf8');
const writeChallengeFile = (path: string, text: string) => writeFileSync(join(templateCopy, path), text);

test('line ends, byte order marks and French signs are mended, and changes are listed by file', async () => {
	await fixFolder(templateCopy);
	expect(await fixFolder(templateCopy)).toEqual([]);
	const [manifest, start] = [readChallengeFile('challenge.yaml'), readChallengeFile('start/fr/main.ts')];
	writeChallengeFile('challenge.yaml', `\uFEFF${manifest.replaceAll('\n', '\r\n')}`);
	writeChallengeFile('start/fr/main.ts', start.replaceAll('\n', '\r\n').replaceAll('\t', '  '));
	writeChallengeFile(
		'checks/build.yaml',
		readChallengeFile('checks/build.yaml').replace('0 repas : aucun bac', "0 repas: pas d''un bac")
	);
	writeChallengeFile('notes.txt', 'mine\r\n');
	expect(await fixFolder(templateCopy)).toEqual([
		{ file: 'challenge.yaml', changes: ['byte order mark removed', 'Unix line ends'] },
		{ file: 'checks/build.yaml', changes: ['French signs'] },
		{ file: 'start/fr/main.ts', changes: ['Unix line ends'] }
	]);
	expect(readChallengeFile('challenge.yaml')).toBe(manifest);
	expect(readChallengeFile('checks/build.yaml')).toContain("fr: '0 repas : pas d’un bac'");
	// A start file stays as its author wrote it, because students read it.
	expect(readChallengeFile('start/fr/main.ts')).toBe(start.replaceAll('\t', '  '));
	expect(readChallengeFile('notes.txt')).toBe('mine\r\n');
});

test('a file with a syntax error is left unchanged', async () => {
	await fixFolder(templateCopy);
	writeChallengeFile('challenge.yaml', 'id: [');
	writeChallengeFile('scene.ts', 'export function (');
	expect(await fixFolder(templateCopy)).toEqual([]);
	expect(readChallengeFile('scene.ts')).toBe('export function (');
});

test.each([
	["l'eau, «ici», quoi? Oui!", 'l’eau, « ici », quoi ? Oui !'],
	["`l'eau`: d'ici", "`l'eau` : d’ici"],
	['- name: Awa', '- name: Awa'],
	['### build: Un titre: le mien', '### build: Un titre : le mien'],
	['https://example.org/?a: b', 'https://example.org/?a: b'],
	['« déjà », bon ?', '« déjà », bon ?'],
	['élève·s', 'élève·s']
])('mending the typography of %s gives %s', (before, after) => {
	expect(mendTypography(before)).toBe(after);
	expect(mendTypography(after)).toBe(after);
});

test('formatting changes no word of a text', async () => {
	const challengesFolder = fileURLToPath(new URL('../../challenges', import.meta.url));
	for (const name of listChallengeFolders(challengesFolder)) {
		const text = readFileSync(join(challengesFolder, name, 'text.fr.md'), 'utf8');
		const formattedText = await formatChallengeFile('text.fr.md', text);
		const textWithoutSpacesOf = (source: string) =>
			JSON.stringify(readChallengeText('fr', source).text).replace(/\\n|\s+/g, '');
		expect(textWithoutSpacesOf(formattedText)).toBe(textWithoutSpacesOf(text));
	}
});
