/** Writes a challenge's folder as a zip and reads it back: the same files always give the same bytes. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { isFileOfChallenge, MOST_BYTES, MOST_FILES } from '#lib/domain/challenge-folder.ts';
import { unpack } from '#lib/projects/zip/unpack.ts';
import type { Files } from '#sandbox/contract.ts';

export type FolderRefusal =
	| { reason: 'not-a-zip' | 'too-big' | 'broken' | 'not-a-challenge' }
	/** What is wrong with one file's name or content. */
	| { reason: 'path' | 'text' | 'twice'; file: string };

type ParsedFolder =
	/** `left`: files that do not belong to a challenge. */
	{ kind: 'folder'; name: string; files: Files; left: string[] } | { kind: 'refused'; refusal: FolderRefusal };

const MANIFEST = 'challenge.yaml';
/** The first moment that a zip can name: when it was made must not change its bytes. */
const NO_TIME = new Date(1980, 0, 1);
/** Files that operating systems add to zips. */
const SYSTEM_FILE = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.[^/]*$)/;
const UNSAFE_PATH = /(^|\/)\.{1,2}(\/|$)|^\/|\\|^[a-z]:|\0/i;
const LIMITS = {
	zip: MOST_BYTES.folder,
	unpacked: MOST_BYTES.folder,
	texts: MOST_BYTES.folder,
	file: MOST_BYTES.file,
	files: MOST_FILES
};

/** `name` is the folder that the files stand in. */
export function exportFolder(name: string, files: Files): Uint8Array<ArrayBuffer> {
	const entries: Zippable = {};
	for (const path of Object.keys(files).sort())
		entries[`${name}/${path}`] = [strToU8(files[path] ?? ''), { mtime: NO_TIME, level: 9 }];
	return new Uint8Array(zipSync(entries));
}

/** Reads a folder that was exported or zipped by hand, with Unix line ends and without a byte order mark, as from a disk. */
export function parseFolder(bytes: Uint8Array): ParsedFolder {
	const unpacked = unpack(bytes, LIMITS);
	if (unpacked.kind !== 'entries') return refused({ reason: unpacked.kind });
	const paths = [...unpacked.entries.keys()].filter((path) => !SYSTEM_FILE.test(path)).sort();
	const trick = paths.find((path) => UNSAFE_PATH.test(path));
	if (trick !== undefined) return refused({ reason: 'path', file: trick });
	// The folder may stand in others; the card nearest to the top is its own.
	const manifest = paths
		.filter((path) => path === MANIFEST || path.endsWith(`/${MANIFEST}`))
		.sort((one, other) => one.split('/').length - other.split('/').length)[0];
	if (manifest === undefined) return refused({ reason: 'not-a-challenge' });
	const outer = manifest.slice(0, -MANIFEST.length);
	const files: Files = {};
	const left: string[] = [];
	for (const path of paths) {
		const inside = path.startsWith(outer) ? path.slice(outer.length) : '';
		if (!isFileOfChallenge(inside)) {
			left.push(path);
			continue;
		}
		if (Object.keys(files).some((other) => other.toLowerCase() === inside.toLowerCase()))
			return refused({ reason: 'twice', file: inside });
		const content = unpacked.entries.get(path) ?? new Uint8Array();
		if (content.length > LIMITS.file) return refused({ reason: 'too-big' });
		const text = textOf(content);
		if (text === undefined) return refused({ reason: 'text', file: inside });
		files[inside] = text;
	}
	return { kind: 'folder', name: outer.split('/').at(-2) ?? '', files, left };
}

function refused(refusal: FolderRefusal): ParsedFolder {
	return { kind: 'refused', refusal };
}

/** Returns undefined when the bytes are not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
	} catch {
		return undefined;
	}
}
