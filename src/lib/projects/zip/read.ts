import * as v from 'valibot';
import { MOST_VERSION_FILES } from '#lib/domain/file-size.ts';
import {
	LONGEST_PROJECT_TITLE,
	PAGE_FILE,
	PROGRAM_FILE,
	projectProblemCardSchema,
	type ProjectProblemCard,
	type ProjectDescription,
	isReservedZipName,
	ZIP_PROBLEM_CARD_FILE,
	ZIP_PROJECT_MARK_FILE
} from '#lib/domain/project.ts';
import { isOwnFileName, type FileOrigin } from '#lib/domain/own-file/own-file.ts';
import { readFileHeader } from '#lib/domain/own-file/file-content.ts';
import { parseProjectStore, PROJECT_STORE_FILE, replaceStoredItems } from '#lib/domain/project-store.ts';
import type { Files } from '#sandbox/contract.ts';
import type { StoredItems } from '#sandbox/stored-items.ts';
import {
	zipFormatSchema,
	PROJECT_ZIP_LIMITS,
	projectManifestSchema,
	PROJECT_ZIP_FORMAT,
	type PackedOwnFile,
	type ProjectZipContent,
	type ProjectManifest
} from './folder.ts';
import {
	flattenPaths,
	isLibraryCopy,
	isOwnScriptPath,
	joinScriptsIntoProgram,
	replacePathsInTexts
} from './adapt-folder.ts';
import { unpackZip } from './unpack.ts';

export type ProjectZipRefusal =
	| { reason: 'not-a-zip' | 'too-big' | 'broken' | 'newer' | 'not-ours' | 'nothing' | 'no-program' }
	/** The name or the content of one file is wrong. */
	| { reason: 'path' | 'name' | 'text' | 'twice'; file: string };

export type ReadZipResult = ImportedProjectZip | { kind: 'refused'; refusal: ProjectZipRefusal };

export interface ImportedProjectZip {
	kind: 'folder';
	folder: ProjectZipContent;
	leftOutPaths: string[];
	scriptPaths: string[];
	movedPaths: string[];
}

/** Matches paths of files that operating systems add to zips, and of hidden files. */
const SYSTEM_FILE_PATTERN = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.[^/]*$)/;
const UNSAFE_PATH_PATTERN = /(^|\/)\.{1,2}(\/|$)|^\/|\\|^[a-z]:|\0/i;
const PROJECT_FILE_PATTERN = /^(data\/)?[a-z][\w-]*\.(ts|html|css|csv|json|txt)$/i;
const CODE_FILE_PATTERN = /\.(ts|html|css|csv|json|txt)$/i;

class ZipRefusedError extends Error {
	readonly refusal: ProjectZipRefusal;
	constructor(refusal: ProjectZipRefusal) {
		super(refusal.reason);
		this.refusal = refusal;
	}
}

/** Reads a project's zip. A project without a title gets its title from `zipName`, the zip's file name. */
export function readProjectZip(bytes: Uint8Array, zipName: string): ReadZipResult {
	const unpacked = unpackZip(bytes);
	if (unpacked.kind !== 'entries') return { kind: 'refused', refusal: { reason: unpacked.kind } };
	try {
		return readZipEntries(unpacked.entries, zipName);
	} catch (error) {
		if (error instanceof ZipRefusedError) return { kind: 'refused', refusal: error.refusal };
		throw error;
	}
}

function readZipEntries(entries: Map<string, Uint8Array<ArrayBuffer>>, zipName: string): ReadZipResult {
	const unsafePath = [...entries.keys()].find((path) => UNSAFE_PATH_PATTERN.test(path));
	if (unsafePath !== undefined) throw new ZipRefusedError({ reason: 'path', file: unsafePath });
	const foundEntries = removeOuterFolder(
		[...entries].filter(([path]) => !SYSTEM_FILE_PATTERN.test(path) && !isLibraryCopy(path))
	);
	const newPathByOldPath = flattenPaths(
		foundEntries.map(([path]) => path),
		(path) => (PROJECT_FILE_PATTERN.test(path) || isOwnFileName(path)) && !isReservedZipName(path)
	);
	const projectEntries = foundEntries.map(([path, bytes]) => [newPathByOldPath.get(path) ?? path, bytes] as const);
	const markEntry = projectEntries.find(([path]) => path === ZIP_PROJECT_MARK_FILE);
	const mark = markEntry && readProjectManifest(markEntry[1]);
	const { origins = {}, originalNames = {} } = mark ?? {};
	const originalNameByZipName = new Map(Object.entries(originalNames));
	const card = readProblemCard(projectEntries, mark !== undefined);
	const description: ProjectDescription = { title: mark?.title ?? titleFromFileName(zipName), card };
	const files: Files = {};
	const scripts: Files = {};
	const hasProgram = projectEntries.some(([path]) => path === PROGRAM_FILE);
	const ownFiles: PackedOwnFile[] = [];
	const leftOutPaths: string[] = [];
	let items: StoredItems = [];
	for (const [zipPath, bytes] of projectEntries) {
		if (zipPath === ZIP_PROJECT_MARK_FILE || (zipPath === ZIP_PROBLEM_CARD_FILE && card !== null)) continue;
		const path = originalNameByZipName.get(zipPath) ?? zipPath;
		const storedItems = path === PROJECT_STORE_FILE ? parseProjectStore(decodeTextFile(path, bytes)) : undefined;
		if (storedItems !== undefined) items = storedItems;
		else if (isOwnFileName(path) && readFileHeader(bytes) !== undefined)
			ownFiles.push({ path, bytes, origin: findFileOrigin(path, origins) });
		else if (!hasProgram && isOwnScriptPath(path)) scripts[path] = decodeTextFile(path, bytes);
		else if (!CODE_FILE_PATTERN.test(path)) leftOutPaths.push(path);
		else if (!PROJECT_FILE_PATTERN.test(path)) throw new ZipRefusedError({ reason: 'name', file: path });
		else if (Object.keys(files).some((other) => other.toLowerCase() === path.toLowerCase()))
			throw new ZipRefusedError({ reason: 'twice', file: path });
		else files[path] = decodeTextFile(path, bytes);
	}
	if (Object.keys(files).length + Object.keys(scripts).length === 0) throw new ZipRefusedError({ reason: 'nothing' });
	const { files: writtenFiles, scriptPaths } = joinScriptsIntoProgram(files, scripts);
	leftOutPaths.push(...Object.keys(scripts).filter((path) => !scriptPaths.includes(path)));
	const textBytes = new TextEncoder().encode(Object.values(writtenFiles).join('')).length;
	if (textBytes > PROJECT_ZIP_LIMITS.textBytes) throw new ZipRefusedError({ reason: 'too-big' });
	const filesWithProgram = addEmptyProgram(replacePathsInTexts(writtenFiles, newPathByOldPath));
	if (Object.keys(filesWithProgram).length > MOST_VERSION_FILES) throw new ZipRefusedError({ reason: 'too-big' });
	const folder = { files: replaceStoredItems(filesWithProgram, items), description, ownFiles };
	return { kind: 'folder', folder, leftOutPaths, scriptPaths, movedPaths: [...newPathByOldPath.keys()] };
}

/** Removes an outer folder that contains all files, since people often zip the folder itself. */
function removeOuterFolder(entries: [string, Uint8Array<ArrayBuffer>][]): [string, Uint8Array<ArrayBuffer>][] {
	const [first] = entries[0]?.[0].split('/') ?? [];
	const hasOuterFolder = entries.every(([path]) => path.startsWith(`${first}/`));
	// `data/` is part of a project, and never an outer folder.
	if (first === undefined || first === 'data' || !hasOuterFolder) return entries;
	return entries.map(([path, bytes]) => [path.slice(first.length + 1), bytes]);
}

/** Adds an empty program to a page project without one. Throws for a sketch without a program. */
function addEmptyProgram(files: Files): Files {
	if (PROGRAM_FILE in files) return files;
	if (PAGE_FILE in files) return { ...files, [PROGRAM_FILE]: '' };
	throw new ZipRefusedError({ reason: 'no-program' });
}

const findFileOrigin = (path: string, origins: ProjectManifest['origins']): FileOrigin | null =>
	(Object.hasOwn(origins, path) ? origins[path] : undefined) ?? null;

function readProjectManifest(bytes: Uint8Array): ProjectManifest {
	const json = parseJson(ZIP_PROJECT_MARK_FILE, bytes);
	const formatResult = v.safeParse(zipFormatSchema, json);
	if (formatResult.success && formatResult.output.format > PROJECT_ZIP_FORMAT)
		throw new ZipRefusedError({ reason: 'newer' });
	const markResult = v.safeParse(projectManifestSchema, json);
	if (!formatResult.success || formatResult.output.format !== PROJECT_ZIP_FORMAT || !markResult.success)
		throw new ZipRefusedError({ reason: 'not-ours' });
	return markResult.output;
}

/** Reads the project's card. Without the mark of an export, a file of that name may be a student's data file instead. */
function readProblemCard(
	entries: readonly (readonly [string, Uint8Array])[],
	hasMark: boolean
): ProjectProblemCard | null {
	const entry = entries.find(([path]) => path === ZIP_PROBLEM_CARD_FILE);
	if (!entry) return null;
	try {
		const card = v.safeParse(projectProblemCardSchema, parseJson(ZIP_PROBLEM_CARD_FILE, entry[1]));
		if (!card.success) throw new ZipRefusedError({ reason: 'not-ours' });
		return card.output;
	} catch (error) {
		const isOther = error instanceof ZipRefusedError && error.refusal.reason === 'not-ours';
		if (isOther && !hasMark) return null;
		throw error;
	}
}

function parseJson(path: string, bytes: Uint8Array): unknown {
	try {
		return JSON.parse(decodeTextFile(path, bytes));
	} catch (error) {
		throw error instanceof ZipRefusedError ? error : new ZipRefusedError({ reason: 'not-ours' });
	}
}

function decodeTextFile(path: string, bytes: Uint8Array): string {
	if (bytes.length > PROJECT_ZIP_LIMITS.fileBytes) throw new ZipRefusedError({ reason: 'too-big' });
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
	} catch {
		throw new ZipRefusedError({ reason: 'text', file: path });
	}
}

function titleFromFileName(name: string): string {
	return name.replace(/\.zip$/i, '').slice(0, LONGEST_PROJECT_TITLE);
}
