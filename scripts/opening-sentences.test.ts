/** Tests that every file opens with a sentence of at most twenty words that says what it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const MAX_WORDS = 20;
const FOLDERS = ['src', 'sandbox', 'scripts', 'tests'];
const SOURCE_FILE = /\.(?:ts|js|svelte)$/;
/** Generated files, programs that tests judge, and the files of which a new challenge consists. */
const LEFT_OUT = /^src\/lib\/paraglide\/|\/fixtures\/|^scripts\/challenge\/template\//;
/** Matches the comment at the beginning: of a component, the one in its first script or in its markup. */
const OPENING_COMMENT = /^(?:#!.*\n)?(?:<script[^>]*>\s*)?(?:\/\*\*([\s\S]*?)\*\/|<!--([\s\S]*?)-->)/;
/** Components with a script for the module open with a sentence in their second script. */
const MODULE_SCRIPT = /^<script[^>]*\bmodule\b[^>]*>[\s\S]*?<\/script>\s*/;
const SENTENCE_END = /(?<=[.:;])\s/;

function readOpeningSentence(path: string): string | undefined {
	const text = readFileSync(path, 'utf8');
	const match = OPENING_COMMENT.exec(text) ?? OPENING_COMMENT.exec(text.replace(MODULE_SCRIPT, ''));
	const comment = match?.[1] ?? match?.[2];
	return comment
		?.replaceAll(/\n\s*\*/g, ' ')
		.trim()
		.split(SENTENCE_END)[0];
}

const countWords = (sentence: string) => sentence.split(/\s+/).length;

test.each(FOLDERS)('every source file in %s opens with a comment sentence of at most twenty words', (folder) => {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
		.filter((path) => SOURCE_FILE.test(path) && !LEFT_OUT.test(path));
	expect(files.length).toBeGreaterThan(10);
	const faultyFiles = files.filter((path) => {
		const sentence = readOpeningSentence(path);
		return sentence === undefined || sentence === '' || countWords(sentence) > MAX_WORDS;
	});
	expect(faultyFiles).toEqual([]);
});
