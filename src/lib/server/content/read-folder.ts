/** Reads an author's folder: UTF-8 text, limited in number and size, and no file outside it. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '#sandbox/contract.ts';
import {
	isChallengeFilePath,
	isInChallengeSubfolder,
	byteLimitOfFile,
	FOLDER_BYTE_LIMITS,
	MOST_FOLDER_FILES
} from '#lib/domain/challenge-folder.ts';
import type { ContentProblem } from './content-problem.ts';

const PLAIN_FILE_NAME_PATTERN = /^\w[\w.-]*$/;
/** Names that Windows reserves for devices, also with a file extension. */
const WINDOWS_DEVICE_NAME_PATTERN = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function findFileNameProblems(paths: readonly string[]): ContentProblem[] {
	const problems: ContentProblem[] = [];
	const pathsByName = new Map<string, string>();
	for (const path of paths) {
		const addProblem = (message: string) => problems.push({ file: path, line: 1, message });
		const pathParts = path.split('/');
		if (!pathParts.every((name) => PLAIN_FILE_NAME_PATTERN.test(name) && !name.endsWith('.')))
			addProblem('rename it: a name has letters without accents, digits, hyphens, underscores and dots');
		else if (pathParts.some((name) => WINDOWS_DEVICE_NAME_PATTERN.test(name)))
			addProblem('rename it: Windows has no files of that name');
		const lowerCasePath = path.toLowerCase();
		const otherPath = pathsByName.get(lowerCasePath);
		if (otherPath !== undefined) addProblem(`rename it: on many machines it is the same file as ${otherPath}`);
		pathsByName.set(lowerCasePath, path);
	}
	return problems;
}

/** Control characters other than tabs and line ends, which are refused because no editor shows them and a terminal obeys them. */
const CONTROL_CHARACTER_PATTERN = /(?![\t\n\r])\p{Cc}/u;

export interface ChallengeFolderContent {
	files: Files;
	problems: ContentProblem[];
}

/** Reads all files of the package, sorted by path and with Unix line ends, so that every machine computes the same hash. */
export function readChallengeFolder(folder: string): ChallengeFolderContent {
	const listing = listFolderPaths(folder);
	if (listing.problems.length > 0) return { files: {}, problems: listing.problems };
	const files: Files = {};
	const problems: ContentProblem[] = [];
	for (const path of listing.paths) {
		const bytes = readFileSync(join(folder, path));
		const text = decodeFileText(bytes);
		if (text === undefined)
			problems.push(
				createContentProblem(path, 'is not UTF-8: save it again in that encoding', findInvalidByteLine(bytes))
			);
		else {
			files[path] = text.replace(/\r\n?/g, '\n');
			problems.push(...findControlCharacterProblems(path, files[path]));
		}
	}
	return problems.length > 0 ? { files: {}, problems } : { files, problems };
}

/** Reports names, sizes and characters that a folder may not have, also for files that were not read from a disk. */
export function findFolderProblems(files: Files): ContentProblem[] {
	const fileSizes = Object.entries(files).map(([path, text]) => ({ path, size: Buffer.byteLength(text) }));
	const largeFiles = fileSizes.filter(({ path, size }) => size > byteLimitOfFile(path));
	const totalBytes = fileSizes.reduce((sum, { size }) => sum + size, 0);
	return [
		...findFileNameProblems(Object.keys(files).sort()),
		...largeFiles.map(({ path, size }) => createLimitProblem(path, 'has', size, 'bytes', byteLimitOfFile(path))),
		...(totalBytes > FOLDER_BYTE_LIMITS.folder
			? [createLimitProblem('', 'all files together have', totalBytes, 'bytes', FOLDER_BYTE_LIMITS.folder)]
			: []),
		...Object.entries(files).flatMap(([path, text]) => findControlCharacterProblems(path, text))
	];
}

export function listPackagePaths(folder: string): string[] {
	const { paths, problems } = listFolderPaths(folder);
	return problems.length > 0 ? [] : paths;
}

/** Lists the names of all folders, also of those without a challenge.yaml, so that a missing challenge.yaml is reported. */
export function listChallengeFolders(root: string): string[] {
	if (!existsSync(root)) return [];
	return readdirSync(root, { withFileTypes: true })
		.filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isSymbolicLink()))
		.map(({ name }) => name)
		.sort();
}

export function pickFilesUnder(files: Files, prefix: string): Files {
	const innerFiles: Files = {};
	for (const [path, text] of Object.entries(files)) {
		if (path.startsWith(prefix)) innerFiles[path.slice(prefix.length)] = text;
	}
	return innerFiles;
}

function listFolderPaths(folder: string): { paths: string[]; problems: ContentProblem[] } {
	if (lstatSync(folder).isSymbolicLink())
		return { paths: [], problems: [createContentProblem('', SYMBOLIC_LINK_PROBLEM)] };
	const paths: string[] = [];
	const problems: ContentProblem[] = [];
	let byteCount = 0;
	const openFolders = [''];
	for (let innerFolder = openFolders.pop(); innerFolder !== undefined; innerFolder = openFolders.pop()) {
		for (const entry of readdirSync(join(folder, innerFolder), { withFileTypes: true })) {
			const path = innerFolder === '' ? entry.name : `${innerFolder}/${entry.name}`;
			if (entry.name.startsWith('.')) continue;
			if (entry.isDirectory()) {
				if (isInChallengeSubfolder(path)) openFolders.push(path);
				continue;
			}
			if (!isChallengeFilePath(path) && !(isInChallengeSubfolder(path) && entry.isSymbolicLink())) continue;
			if (!entry.isFile()) {
				problems.push(createContentProblem(path, entry.isSymbolicLink() ? SYMBOLIC_LINK_PROBLEM : 'is no file'));
				continue;
			}
			const { size } = lstatSync(join(folder, path));
			if (size > byteLimitOfFile(path))
				problems.push(createLimitProblem(path, 'has', size, 'bytes', byteLimitOfFile(path)));
			byteCount += size;
			paths.push(path);
			if (paths.length > MOST_FOLDER_FILES)
				return {
					paths,
					problems: [createLimitProblem('', 'the folder has more than', MOST_FOLDER_FILES, 'files', MOST_FOLDER_FILES)]
				};
		}
	}
	if (byteCount > FOLDER_BYTE_LIMITS.folder)
		problems.push(createLimitProblem('', 'all files together have', byteCount, 'bytes', FOLDER_BYTE_LIMITS.folder));
	problems.push(...findFileNameProblems(paths.sort()));
	return { paths, problems };
}

const SYMBOLIC_LINK_PROBLEM = 'is a symbolic link: a challenge brings its files itself';

function createContentProblem(file: string, message: string, line = 1): ContentProblem {
	return { file, line, message };
}

function createLimitProblem(file: string, what: string, count: number, unit: string, most: number): ContentProblem {
	return createContentProblem(file, `${what} ${count} ${unit}; at most ${most}`);
}

function findControlCharacterProblems(path: string, text: string): ContentProblem[] {
	const match = CONTROL_CHARACTER_PATTERN.exec(text);
	if (match === null) return [];
	const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
	const line = text.slice(0, match.index).split('\n').length;
	return [
		createContentProblem(path, `holds the control character U+${code}: remove it, or save the file in UTF-8`, line)
	];
}

/** Decodes UTF-8 without its byte order mark; undefined when the bytes are invalid. */
function decodeFileText(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function findInvalidByteLine(bytes: Buffer): number {
	let [line, from] = [1, 0];
	for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
		if (decodeFileText(bytes.subarray(from, end)) === undefined) return line;
		[line, from] = [line + 1, end + 1];
	}
	return line;
}
