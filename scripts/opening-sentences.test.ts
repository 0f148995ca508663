/** Tests that every file opens with a sentence of at most twenty words that says what it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const MAX_SENTENCE_WORDS = 20;
const SOURCE_FOLDERS = ['src', 'sandbox', 'scripts', 'tests'];
const SOURCE_FILE_PATTERN = /\.(?:ts|js|svelte)$/;
/** Generated files, programs that tests judge, and the files of which a new challenge consists. */
const EXCLUDED_PATH_PATTERN = /^src\/lib\/paraglide\/|\/fixtures\/|^scripts\/challenge\/template\//;
/** Matches the comment at the beginning: of a component, the one in its first script or in its markup. */
const OPENING_COMMENT_PATTERN = /^(?:#!.*\n)?(?:<script[^>]*>\s*)?(?:\/\*\*([\s\S]*?)\*\/|<!--([\s\S]*?)-->)/;
/** Components with a script for the module open with a sentence in their second script. */
const MODULE_SCRIPT_PATTERN = /^<script[^>]*\bmodule\b[^>]*>[\s\S]*?<\/script>\s*/;
const SENTENCE_END_PATTERN = /(?<=[.:;])\s/;

function readOpeningSentence(path: string): string | undefined {
	const text = readFileSync(path, 'utf8');
	const match =
		OPENING_COMMENT_PATTERN.exec(text) ?? OPENING_COMMENT_PATTERN.exec(text.replace(MODULE_SCRIPT_PATTERN, ''));
	const comment = match?.[1] ?? match?.[2];
	return comment
		?.replaceAll(/\n\s*\*/g, ' ')
		.trim()
		.split(SENTENCE_END_PATTERN)[0];
}

const countWords = (sentence: string) => sentence.split(/\s+/).length;

test.each(SOURCE_FOLDERS)('every source file in %s opens with a comment sentence of at most twenty words', (folder) => {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
		.filter((path) => SOURCE_FILE_PATTERN.test(path) && !EXCLUDED_PATH_PATTERN.test(path));
	expect(files.length).toBeGreaterThan(10);
	const faultyFiles = files.filter((path) => {
		const sentence = readOpeningSentence(path);
		return sentence === undefined || sentence === '' || countWords(sentence) > MAX_SENTENCE_WORDS;
	});
	expect(faultyFiles).toEqual([]);
});
