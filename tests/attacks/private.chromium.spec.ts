import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { findBuildToServe } from '../../scripts/builds.ts';
import { transformSync } from 'esbuild';
import { expect, test } from '../test.ts';

const CHALLENGES_FOLDER = 'challenges';
/** Smallest number of characters of a searched piece of text, because shorter pieces occur in any program. */
const MIN_PIECE_CHARACTERS = 28;

interface PrivateTextPiece {
	file: string;
	piece: string;
}

const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

/** Returns only letters and digits, because bundlers escape and indent text in different ways. */
const keepLettersAndDigits = (text: string): string => text.replace(/\\+[nrt"'`]/g, '').replace(/[^\p{L}\p{N}]+/gu, '');

function splitIntoPieces(file: string, text: string): string[] {
	const lines = text.split('\n');
	if (file.endsWith('.md'))
		return lines.map(keepLettersAndDigits).filter((piece) => piece.length >= MIN_PIECE_CHARACTERS);
	if (file.endsWith('.yaml')) {
		const sentences = [...text.matchAll(/(?:fr|en): (?:'([^']+)'|([^,}]+))(?=,? )/g)];
		return [...lines, ...sentences.map(([, one, other]) => one ?? other ?? '')]
			.map(keepLettersAndDigits)
			.filter((piece) => piece.length >= MIN_PIECE_CHARACTERS);
	}
	// A packer renames and reformats code, but keeps its strings.
	const minified = transformSync(text, { loader: 'ts', minifyWhitespace: true }).code;
	const stringLiterals = [...minified.matchAll(/"([^"\\]{12,})"|'([^'\\]{12,})'/g)].map(
		([, one, other]) => one ?? other ?? ''
	);
	// The whole text is included: each line of a short solution may be public, but all of them together are the answer.
	return [text, minified, ...lines, ...stringLiterals]
		.map(keepLettersAndDigits)
		.filter((piece) => piece.length >= MIN_PIECE_CHARACTERS);
}

/** Returns, for every challenge, the pieces that occur only in private files. */
function collectPrivatePieces(): PrivateTextPiece[] {
	const paths = filesBelow(CHALLENGES_FOLDER);
	const isPrivatePath = (path: string) =>
		/^(private$|teacher\.)/.test(relative(CHALLENGES_FOLDER, path).split(/[\\/]/)[1] ?? '');
	const publicText = paths
		.filter((path) => !isPrivatePath(path))
		.map((path) => keepLettersAndDigits(readFileSync(path, 'utf8')))
		.join(' ');
	return paths
		.filter((path) => isPrivatePath(path) && /\.(ts|js|md)$|mutants\.yaml$/.test(path))
		.flatMap((file) => splitIntoPieces(file, readFileSync(file, 'utf8')).map((piece) => ({ file, piece })))
		.filter(({ piece }) => !publicText.includes(piece));
}

function findPrivatePiecesIn(text: string, pieces: PrivateTextPiece[]): PrivateTextPiece[] {
	const searchedText = keepLettersAndDigits(text);
	return pieces.filter(({ piece }) => searchedText.includes(piece));
}

const privatePieces = collectPrivatePieces();
const challengeIds = [
	...new Set(privatePieces.map(({ file }) => relative(CHALLENGES_FOLDER, file).split(/[\\/]/)[0] ?? ''))
];

test('the search finds private pieces planted as text, as JSON in a script and as code', () => {
	expect(challengeIds.length).toBeGreaterThan(0);
	for (const file of new Set(privatePieces.map((one) => one.file))) {
		const text = readFileSync(file, 'utf8');
		const plantedTexts = [
			text,
			`export default JSON.parse(${JSON.stringify(JSON.stringify({ main: text }))})`,
			...(/\.(md|yaml)$/.test(file)
				? []
				: [transformSync(text, { loader: 'ts', minifyWhitespace: true, legalComments: 'none' }).code])
		];
		for (const form of plantedTexts)
			expect(findPrivatePiecesIn(`const a=1;${form};const b=2;`, privatePieces), file).not.toEqual([]);
	}
});

test('no private part of a challenge is in the build that browsers get', () => {
	const files = filesBelow(join(findBuildToServe() ?? '', 'client')).filter(
		(path) => !['.br', '.gz', '.wasm', '.woff2'].includes(extname(path))
	);
	expect(files.length).toBeGreaterThan(10);
	const leaks = files.flatMap((path) =>
		findPrivatePiecesIn(readFileSync(path, 'utf8'), privatePieces).map(({ file }) => `${path}: ${file}`)
	);
	expect(leaks).toEqual([]);
});

test('no private part of a challenge is in its pages or their data', async ({ request }) => {
	for (const challenge of challengeIds) {
		for (const path of [`/challenges/${challenge}`, `/challenges/${challenge}/__data.json`, '/__data.json']) {
			const response = await request.get(path);
			expect([path, response.status()]).toEqual([path, 200]);
			expect([path, findPrivatePiecesIn(await response.text(), privatePieces)]).toEqual([path, []]);
		}
	}
});
