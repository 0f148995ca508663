import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#lib/domain/language.ts';
import { listPackagePaths } from '#lib/server/content/read-folder.ts';
import { readChallengeManifest, CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import { mendTypography } from '#lib/server/content/mend-typography.ts';
import { isFrenchTextFile } from './text-problems.ts';
import { fileURLToPath } from 'node:url';
import { format, type FormatConfig } from 'oxfmt';
import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';

/** Replaces each French title by the result of `mend`. A file with an error is left unchanged. */
function mendFrenchTitles(text: string, languages: readonly Language[], mend: (title: string) => string): string {
	const document = parseDocument(text, { prettyErrors: false });
	if (document.errors.length > 0 || !isSeq(document.contents)) return text;
	const frenchTitles = document.contents.items.flatMap((check): Scalar<string>[] => {
		const because: unknown = isMap(check) ? check.get('because', true) : undefined;
		const frenchNode: unknown = isMap(because) ? because.get('fr', true) : languages[0] === 'fr' ? because : undefined;
		return isTextScalar(frenchNode) ? [frenchNode] : [];
	});
	let mendedText = text;
	// The last title is replaced first, so that the positions of earlier titles stay right.
	for (const title of frenchTitles.toReversed()) {
		const [from, to] = title.range ?? [0, 0];
		const value = mend(title.value);
		if (value === title.value || value.includes('\n')) continue;
		mendedText = `${mendedText.slice(0, from)}'${value.replaceAll("'", "''")}'${mendedText.slice(to)}`;
	}
	return mendedText;
}

function isTextScalar(node: unknown): node is Scalar<string> {
	return isScalar(node) && typeof node.value === 'string';
}

const FORMATTED_PATH_PATTERN = /\.(?:ts|yaml|md|json)$/;
/** Students read start files as their author wrote them, and a mutant quotes a part of the solution. */
const UNFORMATTED_PATH_PATTERN = /^(?:start|private)\/.*\.ts$/;
/** The repository's own, also for an author's folder elsewhere, so that all challenges are formatted alike. */
const FORMATTER_SETTINGS_FILE = fileURLToPath(new URL('../../.oxfmtrc.json', import.meta.url));

/** Returns the formatted text; the unchanged text when it has an error, which the check reports. */
export async function formatChallengeFile(path: string, text: string): Promise<string> {
	if (!FORMATTED_PATH_PATTERN.test(path) || UNFORMATTED_PATH_PATTERN.test(path)) return text;
	const { code, errors } = await format(
		path,
		text,
		JSON.parse(readFileSync(FORMATTER_SETTINGS_FILE, 'utf8')) as FormatConfig
	);
	return errors.length === 0 ? code : text;
}

interface FixedFile {
	file: string;
	changes: string[];
}

const BYTE_ORDER_MARK = '\uFEFF';
const EXAMPLES_FILE_PATTERN = /^(?:private\/)?checks\/[^/]+\.yaml$/;

/** Writes the files that change, and returns them. Changes nothing in a folder in which some file cannot be read. */
export async function fixFolder(folder: string): Promise<FixedFile[]> {
	const paths = listPackagePaths(folder);
	const textByPath = new Map(paths.map((path) => [path, decodeText(readFileSync(join(folder, path)))]));
	const { manifest } = readChallengeManifest(normalizeLineEnds(textByPath.get(CHALLENGE_MANIFEST_FILE) ?? ''));
	const languages = manifest?.languages ?? [];
	const fixedFiles: FixedFile[] = [];
	for (const [path, text] of textByPath) {
		if (text === undefined) continue;
		const { mended, changes } = await mendFile(path, text, languages);
		if (mended === text) continue;
		writeFileSync(join(folder, path), mended);
		fixedFiles.push({ file: path, changes });
	}
	return fixedFiles;
}

async function mendFile(
	path: string,
	text: string,
	languages: readonly Language[]
): Promise<{ mended: string; changes: string[] }> {
	const mendingSteps: [change: string, step: (text: string) => string | Promise<string>][] = [
		['byte order mark removed', (before) => (before.startsWith(BYTE_ORDER_MARK) ? before.slice(1) : before)],
		['Unix line ends', (before) => before.replace(/\r\n?/g, '\n')],
		[
			'French signs',
			(before) =>
				isFrenchTextFile(path)
					? mendTypography(before)
					: EXAMPLES_FILE_PATTERN.test(path)
						? mendFrenchTitles(before, languages, mendTypography)
						: before
		],
		['formatted', (before) => formatChallengeFile(path, before)]
	];
	const changes: string[] = [];
	let mendedText = text;
	for (const [change, step] of mendingSteps) {
		const before = mendedText;
		mendedText = await step(before);
		if (mendedText !== before) changes.push(change);
	}
	return { mended: mendedText, changes };
}

function normalizeLineEnds(text: string): string {
	return text.replace(BYTE_ORDER_MARK, '').replace(/\r\n?/g, '\n');
}

/** Returns the text with its byte order mark; undefined for bytes that are not UTF-8, which the check reports. */
function decodeText(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
