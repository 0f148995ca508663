/** Writes a challenge's folder as a zip, with the same bytes for the same files, and reads such zips. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import {
	FOLDER_BYTE_LIMITS,
	isChallengeFilePath,
	CHALLENGE_MANIFEST_FILE,
	MOST_FOLDER_FILES
} from '#lib/domain/challenge-folder.ts';
import { unpackZip } from '#lib/projects/zip/unpack.ts';
import type { Files } from '#sandbox/contract.ts';

export type FolderZipRefusal =
	| { reason: 'not-a-zip' | 'too-big' | 'broken' | 'not-a-challenge' }
	/** The name or the content of one file is wrong. */
	| { reason: 'path' | 'text' | 'twice'; file: string };

type FolderZipResult =
	/** `leftPaths`: paths of files that were left out, because they do not belong to a challenge. */
	{ kind: 'folder'; name: string; files: Files; leftPaths: string[] } | { kind: 'refused'; refusal: FolderZipRefusal };

/** Time of every file in a zip, the earliest that a zip can hold: a zip's bytes must not depend on when it was made. */
const EARLIEST_ZIP_TIME = new Date(1980, 0, 1);
const SYSTEM_FILE_PATTERN = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.[^/]*$)/;
const UNSAFE_PATH_PATTERN = /(^|\/)\.{1,2}(\/|$)|^\/|\\|^[a-z]:|\0/i;
const FOLDER_ZIP_LIMITS = {
	zipBytes: FOLDER_BYTE_LIMITS.folder,
	unpackedBytes: FOLDER_BYTE_LIMITS.folder,
	textBytes: FOLDER_BYTE_LIMITS.folder,
	fileBytes: FOLDER_BYTE_LIMITS.file,
	files: MOST_FOLDER_FILES
};

/** Returns the folder as a zip. `name` is the folder's name inside the zip. */
export function zipFolder(name: string, files: Files): Uint8Array<ArrayBuffer> {
	const entries: Zippable = {};
	for (const path of Object.keys(files).sort())
		entries[`${name}/${path}`] = [strToU8(files[path] ?? ''), { mtime: EARLIEST_ZIP_TIME, level: 9 }];
	return new Uint8Array(zipSync(entries));
}

/**
 * Reads a folder from a zip that was exported or made by hand. Normalises line ends to `\n` and removes a byte order mark, as
 * when reading a folder from disk.
 */
export function parseFolderZip(zipBytes: Uint8Array): FolderZipResult {
	const unpackResult = unpackZip(zipBytes, FOLDER_ZIP_LIMITS);
	if (unpackResult.kind !== 'entries') return createFolderRefusal({ reason: unpackResult.kind });
	const paths = [...unpackResult.entries.keys()].filter((path) => !SYSTEM_FILE_PATTERN.test(path)).sort();
	const unsafePath = paths.find((path) => UNSAFE_PATH_PATTERN.test(path));
	if (unsafePath !== undefined) return createFolderRefusal({ reason: 'path', file: unsafePath });
	// The challenge's folder may be nested in other folders: it is the one whose challenge.yaml is nearest to the top.
	const manifestPath = paths
		.filter((path) => path === CHALLENGE_MANIFEST_FILE || path.endsWith(`/${CHALLENGE_MANIFEST_FILE}`))
		.sort((one, other) => one.split('/').length - other.split('/').length)[0];
	if (manifestPath === undefined) return createFolderRefusal({ reason: 'not-a-challenge' });
	const folderPrefix = manifestPath.slice(0, -CHALLENGE_MANIFEST_FILE.length);
	const files: Files = {};
	const leftoverPaths: string[] = [];
	for (const path of paths) {
		const pathInFolder = path.startsWith(folderPrefix) ? path.slice(folderPrefix.length) : '';
		if (!isChallengeFilePath(pathInFolder)) {
			leftoverPaths.push(path);
			continue;
		}
		if (Object.keys(files).some((other) => other.toLowerCase() === pathInFolder.toLowerCase()))
			return createFolderRefusal({ reason: 'twice', file: pathInFolder });
		const content = unpackResult.entries.get(path) ?? new Uint8Array();
		if (content.length > FOLDER_ZIP_LIMITS.fileBytes) return createFolderRefusal({ reason: 'too-big' });
		const text = decodeTextFile(content);
		if (text === undefined) return createFolderRefusal({ reason: 'text', file: pathInFolder });
		files[pathInFolder] = text;
	}
	return { kind: 'folder', name: folderPrefix.split('/').at(-2) ?? '', files, leftPaths: leftoverPaths };
}

function createFolderRefusal(refusal: FolderZipRefusal): FolderZipResult {
	return { kind: 'refused', refusal };
}

function decodeTextFile(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
	} catch {
		return undefined;
	}
}
