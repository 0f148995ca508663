/** Tests what is read from an author's folder; scripts/challenge/broken tests what is refused. */
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readChallengeFolder } from './read-folder.ts';
import { packAllChallenges, writeChallengesModule } from './challenges-plugin.ts';

const TEMPLATE_FOLDER = fileURLToPath(new URL('../../../../scripts/challenge/template', import.meta.url));

let root: string;
let folder: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'braise-folder-'));
	folder = join(root, 'template');
	cpSync(TEMPLATE_FOLDER, folder, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a byte order mark and Windows line ends do not change the files that are read', () => {
	const text = readFileSync(join(folder, 'text.fr.md'), 'utf8');
	const { files } = readChallengeFolder(folder);
	writeFileSync(join(folder, 'text.fr.md'), `\ufeff${text.replaceAll('\n', '\r\n')}`);
	expect(readChallengeFolder(folder)).toEqual({ files, problems: [] });
});

test('a folder with a symbolic link yields a problem and no files', () => {
	symlinkSync(root, join(folder, 'scene'));
	expect(readChallengeFolder(folder)).toMatchObject({ files: {}, problems: [{ file: 'scene' }] });
});

test('the build leaves out broken challenges, records why, and packs the others', async () => {
	for (const name of ['broken', 'huge', 'bomb', 'misnamed'])
		cpSync(TEMPLATE_FOLDER, join(root, name), { recursive: true });
	writeFileSync(join(root, 'broken', 'challenge.yaml'), 'id: [broken');
	truncateSync(join(root, 'huge', 'data', 'days.ts'), 50_000_000);
	const bombYaml = [
		'a: &a [x, x]',
		...'bcdefghij'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]}, `.repeat(9)}]`)
	];
	writeFileSync(join(root, 'bomb', 'challenge.yaml'), bombYaml.join('\n'));
	renameSync(join(root, 'misnamed', 'challenge.yaml'), join(root, 'misnamed', 'challenge.yml'));
	for (const name of ['empty', '.hidden']) mkdirSync(join(root, name));
	writeFileSync(join(root, 'README.md'), 'No challenge.');
	const { packedChallenges, leftOutTexts } = await packAllChallenges(root);
	expect(packedChallenges.map(({ challenge }) => challenge.id)).toEqual(['template']);
	const moduleText = writeChallengesModule([], [], leftOutTexts);
	const builtModule: unknown = await import(`data:text/javascript,${encodeURIComponent(moduleText)}`);
	expect(builtModule).toMatchObject({ leftOutTexts });
	expect(leftOutTexts).toEqual([
		expect.stringMatching(/^The challenge "bomb" is left out:\n./),
		expect.stringMatching(/^The challenge "broken" is left out:\nbroken\/challenge\.yaml:1: /),
		'The challenge "empty" is left out:\nempty/challenge.yaml:1: is missing',
		expect.stringMatching(/^The challenge "huge" is left out:\nhuge\/data\/days\.ts:1: has 50000000 bytes/),
		expect.stringMatching(/^The challenge "misnamed" is left out:\nmisnamed\/challenge\.yaml:1: is missing/)
	]);
});
