import { readFileSync } from 'node:fs';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { libraryNamesOf } from '#sandbox/libraries/recognise.ts';
import { MOST_DATA_FILE_BYTES, MOST_VERSION_FILES } from '#lib/domain/file-size.ts';
import { EMPTY_PROJECT_CARD } from '#lib/domain/project.ts';
import type { FileOrigin } from '#lib/domain/own-file/own-file.ts';
import { replaceStoredItems } from '#lib/domain/project-store.ts';
import { createTestPicture, ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { PROJECT_ZIP_LIMITS, type ProjectZipContent } from './folder.ts';
import { packProject, writeProjectZip } from './write.ts';
import { readProjectZip } from './read.ts';
import { unpackZip } from './unpack.ts';

const createZip = (texts: Record<string, string>) =>
	zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])));
const zipAndReadProject = (texts: Record<string, string>) => readProjectZip(createZip(texts), 'My work.zip');
/** The result of reading a zip in which nothing had to be changed. */
const createUnchangedResult = (folder: ProjectZipContent) => ({
	kind: 'folder',
	folder,
	leftOutPaths: [],
	scriptPaths: [],
	movedPaths: []
});
const writeBraiseJson = (more: object = {}) => JSON.stringify({ format: 1, title: 'Bread', kind: 'sketch', ...more });

describe('an exported project', () => {
	test.each([
		['a sketch with data', { 'main.ts': 'let a = 1;\n', 'tools.ts': '// é ☕\n', 'data/tickets.ts': 'export {};\n' }],
		['the largest data file', { 'main.ts': '', 'map.json': '1'.repeat(MOST_DATA_FILE_BYTES) }],
		['a page', { 'index.html': '<h1>Été</h1>', 'style.css': 'b {}', 'main.ts': '' }],
		['an empty program', { 'main.ts': '' }]
	])('is imported unchanged: %s', (_, files) => {
		const description = { title: 'Le pain d’Inès', card: { ...EMPTY_PROJECT_CARD, who: 'Inès', notKept: 'Les noms' } };
		const folder = { files, description, ownFiles: [] };
		expect(readProjectZip(writeProjectZip(folder), 'x.zip')).toEqual(createUnchangedResult(folder));
	});
	test.each([{ ...EMPTY_PROJECT_CARD, who: 'Inès' }, null])(
		'is imported unchanged with files named like the zip’s own (%#)',
		(card) => {
			const files = { 'main.ts': '', 'card.json': '[1]', 'Braise.json': '{}', 'card-2.json': '[2]' };
			const folder = { files, description: { title: 'Cards', card }, ownFiles: [] };
			expect(readProjectZip(writeProjectZip(folder), 'x.zip')).toEqual(createUnchangedResult(folder));
		}
	);
	test('is imported unchanged with its pictures and their origins', () => {
		const origin: FileOrigin = { kind: 'found', where: 'wikimedia.org', licence: 'cc-by' };
		const ownFiles = [
			{ path: 'cat.png', bytes: ONE_PIXEL_PNG, origin: { kind: 'mine' } as const },
			{ path: 'sea.jpg', bytes: createTestPicture('jpg', 40, 30), origin }
		];
		const folder = { files: { 'main.ts': '' }, description: { title: 'Cats', card: null }, ownFiles };
		expect(readProjectZip(writeProjectZip(folder), 'x.zip')).toEqual(createUnchangedResult(folder));
	});
});

test('the zip of a remix does not contain the reference to its original', async () => {
	const description = { title: 'Ovals', card: null, remixOf: { classId: 'ours', exhibit: 'rounds' } };
	const bytes = writeProjectZip(await packProject({ 'main.ts': '' }, description, {}));
	expect(new TextDecoder().decode(bytes)).not.toContain('rounds');
	expect(readProjectZip(bytes, 'x.zip')).toMatchObject({ folder: { description: { title: 'Ovals', card: null } } });
	expect(readProjectZip(bytes, 'x.zip')).not.toHaveProperty('folder.description.remixOf');
});

test('the zip of a project contains the items that its program stored', async () => {
	const files = replaceStoredItems({ 'main.ts': '' }, [
		['best', '3'],
		['__proto__', '1']
	]);
	const folder = await packProject(files, { title: 'Game', card: null }, {});
	expect(readProjectZip(writeProjectZip(folder), 'x.zip')).toEqual(createUnchangedResult({ ...folder, files }));
});

test('a store with an item that is too long is left out of the import and listed', () => {
	const result = zipAndReadProject({ 'main.ts': '', 'project.store': JSON.stringify({ best: 'x'.repeat(20_001) }) });
	expect(result).toMatchObject({ folder: { files: { 'main.ts': '' } }, leftOutPaths: ['project.store'] });
});

describe('plain files in a zip', () => {
	test('become a project with the name of the zip', () => {
		expect(zipAndReadProject({ 'main.ts': 'a' })).toMatchObject({
			folder: { files: { 'main.ts': 'a' }, description: { title: 'My work' } }
		});
	});
	test('are read from a folder, and system files beside them are ignored', () => {
		const result = zipAndReadProject({
			'work/main.ts': 'a',
			'work/data/list.ts': 'b',
			'__MACOSX/work/._main.ts': 'x',
			'work/.DS_Store': 'y'
		});
		expect(result).toMatchObject({ folder: { files: { 'main.ts': 'a', 'data/list.ts': 'b' } }, leftOutPaths: [] });
	});
	test.each(['[{"who": 3}]', '{'])('may include a card.json that is not a card: %s', (text) => {
		const files = { 'main.ts': 'a', 'card.json': text };
		expect(zipAndReadProject(files)).toMatchObject({ folder: { files, description: { card: null } } });
	});
	test('that make a page need no program', () => {
		expect(zipAndReadProject({ 'index.html': 'hello' })).toMatchObject({
			folder: { files: { 'index.html': 'hello', 'main.ts': '' } }
		});
	});
	test('of other kinds are left out and listed', () => {
		expect(zipAndReadProject({ 'main.ts': 'a', 'README.md': 'b', 'cat.png': 'c' })).toMatchObject({
			leftOutPaths: ['README.md', 'cat.png']
		});
	});
	test('include pictures without an origin, and files only named like pictures are left out', () => {
		const entries = {
			'main.ts': strToU8(''),
			'cat.png': ONE_PIXEL_PNG,
			'page.png': strToU8('<script>alert(1)</script>')
		};
		expect(readProjectZip(zipSync(entries), 'x.zip')).toMatchObject({
			folder: { ownFiles: [{ path: 'cat.png', bytes: ONE_PIXEL_PNG, origin: null }] },
			leftOutPaths: ['page.png']
		});
	});
	test('get their Windows line ends replaced', () => {
		expect(zipAndReadProject({ 'main.ts': 'a\r\nb' })).toMatchObject({ folder: { files: { 'main.ts': 'a\nb' } } });
	});
});

test('the zip of another editor is imported as a page with its program, pictures and library', () => {
	const result = readProjectZip(readFileSync('tests/fixtures/web-editor.zip'), 'Chat.zip');
	if (result.kind === 'refused') throw new Error(result.refusal.reason);
	const { folder, ...changes } = result;
	expect(changes).toEqual({
		kind: 'folder',
		leftOutPaths: ['p5.sound.min.js'],
		scriptPaths: ['ball.js', 'sketch.js'],
		movedPaths: ['assets/cat.png', 'assets/scores.csv']
	});
	const { 'index.html': page = '', 'main.ts': program = '', ...otherFiles } = folder.files;
	expect(Object.keys(otherFiles)).toEqual(['scores.csv', 'style.css']);
	expect(folder.ownFiles).toMatchObject([{ path: 'cat.png', origin: null }]);
	expect(libraryNamesOf(page)).toEqual(['p5']);
	expect(page.match(/src="[^"]*"/g)).toEqual(['src="p5.js"', 'src="p5.sound.min.js"', 'src="main.ts"']);
	expect(program).toMatch(/^\/\/ ball\.js\nclass Ball [^]*\n\/\/ sketch\.js\nlet cat;/);
	expect(program).toContain("loadImage('cat.png')");
	expect(program).toContain('loadTable("scores.csv"');
	expect(otherFiles['style.css']).toContain('url(cat.png)');
});

describe('JavaScript files in a zip', () => {
	test('become the program when only one exists, and are refused when several have no page', () => {
		expect(zipAndReadProject({ 'sketch.js': 'let a = 1;\n' })).toMatchObject({
			folder: { files: { 'main.ts': 'let a = 1;\n' } },
			scriptPaths: ['sketch.js']
		});
		expect(zipAndReadProject({ 'a.js': '', 'b.js': '' })).toEqual({
			kind: 'refused',
			refusal: { reason: 'no-program' }
		});
	});
	test('are left out when the page does not load them, or when main.ts exists', () => {
		const page = "<SCRIPT defer src='./js/app.js'></SCRIPT>";
		expect(zipAndReadProject({ 'index.html': page, 'js/app.js': 'a', 'old.js': 'b' })).toMatchObject({
			folder: { files: { 'index.html': '<script src="main.ts"></script>', 'main.ts': 'a' } },
			leftOutPaths: ['old.js'],
			movedPaths: []
		});
		const texts = { 'index.html': page, 'main.ts': 'c', 'js/app.js': 'x'.repeat(PROJECT_ZIP_LIMITS.fileBytes + 1) };
		expect(zipAndReadProject(texts)).toMatchObject({
			folder: { files: { 'index.html': page, 'main.ts': 'c' } },
			leftOutPaths: ['js/app.js'],
			scriptPaths: []
		});
	});
});

test('files in folders are left out when their bare names clash, and refused when reserved', () => {
	const texts = { 'main.ts': '', 'a/cat.png': '', 'b/Cat.png': '', 'c/.x': '' };
	expect(zipAndReadProject(texts)).toMatchObject({ leftOutPaths: ['a/cat.png', 'b/Cat.png'], movedPaths: [] });
	expect(zipAndReadProject({ 'main.ts': '', 'a/braise.json': writeBraiseJson() })).toMatchObject({
		refusal: { reason: 'name', file: 'a/braise.json' }
	});
});

describe('a zip is refused', () => {
	const refusalOf = (texts: Record<string, string>) => {
		const result = zipAndReadProject(texts);
		return result.kind === 'refused' ? result.refusal : result;
	};
	test.each([
		['../main.ts', 'path'],
		['a/../../main.ts', 'path'],
		['/main.ts', 'path'],
		['..\\main.ts', 'path'],
		['C:main.ts', 'path'],
		['idée.ts', 'name'],
		['my file.ts', 'name'],
		['deep/er/main.ts', 'name'],
		['2d.ts', 'name']
	])('for the path %s: %s', (path, reason) => {
		expect(refusalOf({ 'main.ts': '', [path]: '' })).toEqual({ reason, file: path });
	});
	test('for two files whose names differ only in capitals', () => {
		expect(refusalOf({ 'main.ts': '', 'Main.ts': '' })).toEqual({ reason: 'twice', file: 'Main.ts' });
	});
	test('when it has no code or no program', () => {
		expect(refusalOf({ 'cat.png': 'x' })).toEqual({ reason: 'nothing' });
		expect(refusalOf({ 'tools.ts': 'x' })).toEqual({ reason: 'no-program' });
	});
	test('for a file that is not text', () => {
		const result = readProjectZip(zipSync({ 'main.ts': new Uint8Array([0xff, 0xfe, 0x00]) }), 'x.zip');
		expect(result).toMatchObject({ refusal: { reason: 'text', file: 'main.ts' } });
	});
	test.each([
		['newer', writeBraiseJson({ format: 2 })],
		['newer', JSON.stringify({ format: 9, shape: 'unknown' })],
		['not-ours', writeBraiseJson({ format: '1' })],
		['not-ours', writeBraiseJson({ kind: 'game' })],
		['not-ours', writeBraiseJson({ title: 'x'.repeat(81) })],
		['not-ours', writeBraiseJson({ origins: { 'cat.png': { kind: 'stolen' } } })],
		['not-ours', '{'],
		['not-ours', 'null']
	])('for a braise.json that is %s: %s', (reason, text) => {
		expect(refusalOf({ 'main.ts': '', 'braise.json': text })).toEqual({ reason });
	});
	test.each(['{"who": 3}', '{'])('for an invalid card: %s', (card) => {
		const texts = { 'main.ts': '', 'card.json': card, 'braise.json': writeBraiseJson() };
		expect(refusalOf(texts)).toEqual({ reason: 'not-ours' });
	});
	test('for a braise.json that renames a file without need', () => {
		const mark = writeBraiseJson({ originalNames: { 'a.ts': '../main.ts' } });
		expect(refusalOf({ 'main.ts': '', 'a.ts': '', 'braise.json': mark })).toEqual({ reason: 'not-ours' });
	});
	test.each([
		['an empty file', new Uint8Array()],
		['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
		['text', strToU8('PKing is not zipping')]
	])('when it is %s', (_, bytes) => {
		expect(readProjectZip(bytes, 'x.zip')).toMatchObject({ kind: 'refused' });
	});
	test('when it is cut short', () => {
		const wholeZip = createZip({ 'main.ts': 'let a = 1;'.repeat(500) });
		expect(readProjectZip(wholeZip.subarray(0, wholeZip.length / 2), 'x.zip')).toEqual({
			kind: 'refused',
			refusal: { reason: 'broken' }
		});
	});
	test('when its packed size, unpacked size or number of files is too big', () => {
		const tooBigResult = { kind: 'refused', refusal: { reason: 'too-big' } };
		expect(readProjectZip(new Uint8Array(PROJECT_ZIP_LIMITS.zipBytes + 1), 'x.zip')).toEqual(tooBigResult);
		expect(
			readProjectZip(zipSync({ 'main.ts': new Uint8Array(PROJECT_ZIP_LIMITS.fileBytes + 1).fill(32) }), 'x.zip')
		).toEqual(tooBigResult);
		const text = new Uint8Array(PROJECT_ZIP_LIMITS.fileBytes).fill(32);
		const texts = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`f${at}.ts`, text]));
		expect(readProjectZip(zipSync({ ...texts, 'main.ts': text }), 'x.zip')).toEqual(tooBigResult);
		// Each letter with an accent takes two bytes.
		const accentedText = strToU8('é'.repeat(PROJECT_ZIP_LIMITS.fileBytes / 2));
		const accentedTexts = Object.fromEntries(
			['main', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.ts`, accentedText])
		);
		expect(readProjectZip(zipSync(accentedTexts), 'x.zip')).toEqual(tooBigResult);
		const createManyFiles = (count: number): Zippable => ({
			'main.ts': strToU8(''),
			...Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}.ts`, strToU8('x')]))
		});
		expect(readProjectZip(zipSync(createManyFiles(PROJECT_ZIP_LIMITS.files)), 'x.zip')).toEqual(tooBigResult);
		// The server would refuse every version of a project with one file more.
		expect(readProjectZip(zipSync(createManyFiles(MOST_VERSION_FILES)), 'x.zip')).toEqual(tooBigResult);
		expect(readProjectZip(zipSync(createManyFiles(MOST_VERSION_FILES - 1)), 'x.zip')).toMatchObject({ kind: 'folder' });
	});
	test('when it claims a false small size, before all of it is unpacked', () => {
		const unpackedBytes = PROJECT_ZIP_LIMITS.unpackedBytes * 2;
		const bomb = zipSync({ 'main.ts': new Uint8Array(unpackedBytes) }, { level: 1 });
		// Make the zip claim a small size, in the file's header and in the directory at the end.
		const view = new DataView(bomb.buffer);
		view.setUint32(22, 10, true);
		for (let at = bomb.length - 4; at > 0; at--) {
			if (view.getUint32(at, true) !== 0x02014b50) continue;
			view.setUint32(at + 24, 10, true);
			break;
		}
		// Damage the zip far beyond the size limit: only unpacking everything would find the zip broken.
		const damageStart = Math.floor(bomb.length * 0.9);
		bomb.fill(0xff, damageStart, damageStart + 200);
		expect(unpackZip(bomb, { ...PROJECT_ZIP_LIMITS, unpackedBytes })).toEqual({ kind: 'broken' });
		expect(readProjectZip(bomb, 'x.zip')).toEqual({ kind: 'refused', refusal: { reason: 'too-big' } });
	});
});
