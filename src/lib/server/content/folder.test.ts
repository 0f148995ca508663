/** Tests that reading an author's folder stays inside it and within the size limits. */
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_BYTES, MOST_FILES, readFolder } from './folder.ts';
import { readChallenge } from './pack.ts';
import { packAll } from './plugin.ts';

const TEMPLATE = fileURLToPath(new URL('../../../../scripts/challenge/template', import.meta.url));

let root: string;
let folder: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'braise-folder-'));
	folder = join(root, 'template');
	cpSync(TEMPLATE, folder, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What is wrong with it, and that nothing of it was read. */
function refusals(): string[] {
	const { files, problems } = readFolder(folder);
	expect(files).toEqual({});
	return problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

/** A file of that many bytes, which takes no room on the disk. */
function large(path: string, bytes: number): void {
	writeFileSync(join(folder, path), '');
	truncateSync(join(folder, path), bytes);
}

describe('sizes are looked at before anything is read or compiled', () => {
	test('a file of 50 MB is named, and nothing is compiled', async () => {
		large('data/archive.txt', 50_000_000);
		const { packed, problems } = await readChallenge(folder);
		expect(packed).toBeUndefined();
		expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
			`data/archive.txt: has 50000000 bytes; at most ${MOST_BYTES.file}`,
			expect.stringMatching(/^: all files together have 500\d+ bytes; at most \d+$/)
		]);
	});

	test('many files, together too large', () => {
		for (let number = 0; number < 10; number += 1) large(`data/${number}.txt`, MOST_BYTES.file - 1);
		expect(refusals()).toEqual([expect.stringMatching(/^:1: all files together have \d+ bytes; at most \d+$/)]);
	});

	test('too many files', () => {
		for (let number = 0; number <= MOST_FILES; number += 1) writeFileSync(join(folder, `data/${number}.txt`), '');
		expect(refusals()).toEqual([`:1: the folder has more than ${MOST_FILES} files; at most ${MOST_FILES}`]);
	});
});

test('a symbolic link is refused, of a file, of a folder and of the whole challenge', () => {
	const secret = join(root, 'secret');
	mkdirSync(secret);
	writeFileSync(join(secret, 'key.txt'), 'secret');
	symlinkSync(join(secret, 'key.txt'), join(folder, 'data', 'key.txt'));
	symlinkSync(secret, join(folder, 'scene'));
	const message = 'is a symbolic link: a challenge brings its files itself';
	expect(refusals().sort()).toEqual([`data/key.txt:1: ${message}`, `scene:1: ${message}`]);
	rmSync(join(folder, 'data', 'key.txt'));
	rmSync(join(folder, 'scene'));
	expect(readFolder(folder).problems).toEqual([]);
	symlinkSync(folder, join(root, 'linked'));
	expect(readFolder(join(root, 'linked'))).toEqual({ files: {}, problems: [{ file: '', line: 1, message }] });
});

test('a file that is not UTF-8 is refused with its line; a byte order mark and line ends of Windows are accepted', () => {
	const text = readFileSync(join(folder, 'text.fr.md'), 'utf8');
	const { files } = readFolder(folder);
	writeFileSync(join(folder, 'text.fr.md'), `\ufeff${text.replaceAll('\n', '\r\n')}`);
	expect(readFolder(folder)).toEqual({ files, problems: [] });
	writeFileSync(join(folder, 'text.fr.md'), Buffer.from(text, 'latin1'));
	const line = text.split('\n').findIndex((row) => /[\u0080-\u00ff]/.test(row)) + 1;
	expect(refusals()).toEqual([`text.fr.md:${line}: is not UTF-8: save it again in that encoding`]);
});

test('links, pictures and markup that are taken out of a text are told, each with its line', async () => {
	const path = join(folder, 'text.en.md');
	const text = readFileSync(path, 'utf8');
	const added = [
		'![A tray](tray.png) and [a shop](http://shop.example), [a rule](https://rule.example).',
		'',
		'<iframe src="https://a.example"></iframe>',
		'<em class="red">here</em>'
	];
	writeFileSync(path, text.replace('## brief\n', `## brief\n\n${added.join('\n')}\n`));
	const { problems, packed } = await readChallenge(folder);
	const line = text.split('\n').indexOf('## brief') + 3;
	const out = 'is taken out: a text has words and links to https';
	expect(problems.filter(({ message }) => message.endsWith(out))).toEqual([
		{ file: 'text.en.md', line, message: `a picture ${out}` },
		{ file: 'text.en.md', line, message: `the link to "http://shop.example" ${out}` },
		{ file: 'text.en.md', line: line + 2, message: `<iframe> ${out}` },
		{ file: 'text.en.md', line: line + 3, message: `class of <em> ${out}` }
	]);
	expect(packed?.challenge.text.en.brief).toContain('https://rule.example');
});

test('a broken challenge is left out and named, and those beside it are packed', async () => {
	for (const name of ['broken', 'huge', 'bomb']) cpSync(TEMPLATE, join(root, name), { recursive: true });
	writeFileSync(join(root, 'broken', 'challenge.yaml'), 'id: [broken');
	truncateSync(join(root, 'huge', 'data', 'days.ts'), 50_000_000);
	const bomb = [
		'a: &a [x, x]',
		...'bcdefghij'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]}, `.repeat(9)}]`)
	];
	writeFileSync(join(root, 'bomb', 'challenge.yaml'), bomb.join('\n'));
	const warned: string[] = [];
	const packed = await packAll(root, (text) => warned.push(text));
	expect(packed.map(({ challenge }) => challenge.id)).toEqual(['template']);
	expect(warned.sort()).toEqual([
		expect.stringMatching(/^The challenge "bomb" is left out:\n./),
		expect.stringMatching(/^The challenge "broken" is left out:\nbroken\/challenge\.yaml:1: /),
		expect.stringMatching(/^The challenge "huge" is left out:\nhuge\/data\/days\.ts:1: has 50000000 bytes/)
	]);
});
