/** Writes a challenge's folder as a zip and reads it back: the same files always give the same bytes. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { isFileOfChallenge, FOLDER_BYTE_LIMITS, MOST_FOLDER_FILES } from '#lib/domain/challenge-folder.ts';
import { unpack } from '#lib/projects/zip/unpack.ts';
import type { Files } from '#sandbox/contract.ts';

export type FolderZipRefusal =
	| { reason: 'not-a-zip' | 'too-big' | 'broken' | 'not-a-challenge' }
	/** One file's name or content is wrong. */
	| { reason: 'path' | 'text' | 'twice'; file: string };

type ParsedFolder =
	/** `left`: paths that were left out, because they do not belong to a challenge. */
	{ kind: 'folder'; name: string; files: Files; left: string[] } | { kind: 'refused'; refusal: FolderZipRefusal };

const MANIFEST = 'challenge.yaml';
/** The earliest time that a zip can hold, given to all files: the bytes of a zip must not depend on when it was made. */
const NO_TIME = new Date(1980, 0, 1);
/** Files that operating systems add to zips. */
const SYSTEM_FILE = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.[^/]*$)/;
const UNSAFE_PATH = /(^|\/)\.{1,2}(\/|$)|^\/|\\|^[a-z]:|\0/i;
const LIMITS = {
	zip: FOLDER_BYTE_LIMITS.folder,
	unpacked: FOLDER_BYTE_LIMITS.folder,
	texts: FOLDER_BYTE_LIMITS.folder,
	file: FOLDER_BYTE_LIMITS.file,
	files: MOST_FOLDER_FILES
};

/** Returns the folder as a zip. `name` is the folder's name inside the zip. */
export function zipFolder(name: string, files: Files): Uint8Array<ArrayBuffer> {
	const entries: Zippable = {};
	for (const path of Object.keys(files).sort())
		entries[`${name}/${path}`] = [strToU8(files[path] ?? ''), { mtime: NO_TIME, level: 9 }];
	return new Uint8Array(zipSync(entries));
}

/**
 * Reads a folder that was exported or zipped by hand. Line ends become Unix ones and a byte order mark is removed, as when reading from a
 * disk.
 */
export function parseFolderZip(bytes: Uint8Array): ParsedFolder {
	const unpacked = unpack(bytes, LIMITS);
	if (unpacked.kind !== 'entries') return refuse({ reason: unpacked.kind });
	const paths = [...unpacked.entries.keys()].filter((path) => !SYSTEM_FILE.test(path)).sort();
	const trick = paths.find((path) => UNSAFE_PATH.test(path));
	if (trick !== undefined) return refuse({ reason: 'path', file: trick });
	// The challenge's folder may stand in other folders: it is the one whose challenge.yaml is nearest to the top.
	const manifest = paths
		.filter((path) => path === MANIFEST || path.endsWith(`/${MANIFEST}`))
		.sort((one, other) => one.split('/').length - other.split('/').length)[0];
	if (manifest === undefined) return refuse({ reason: 'not-a-challenge' });
	const outer = manifest.slice(0, -MANIFEST.length);
	const files: Files = {};
	const leftoverPaths: string[] = [];
	for (const path of paths) {
		const inside = path.startsWith(outer) ? path.slice(outer.length) : '';
		if (!isFileOfChallenge(inside)) {
			leftoverPaths.push(path);
			continue;
		}
		if (Object.keys(files).some((other) => other.toLowerCase() === inside.toLowerCase()))
			return refuse({ reason: 'twice', file: inside });
		const content = unpacked.entries.get(path) ?? new Uint8Array();
		if (content.length > LIMITS.file) return refuse({ reason: 'too-big' });
		const text = textOf(content);
		if (text === undefined) return refuse({ reason: 'text', file: inside });
		files[inside] = text;
	}
	return { kind: 'folder', name: outer.split('/').at(-2) ?? '', files, left: leftoverPaths };
}

function refuse(refusal: FolderZipRefusal): ParsedFolder {
	return { kind: 'refused', refusal };
}

/** Decodes UTF-8; undefined when the bytes are no UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
	} catch {
		return undefined;
	}
}
