/** Reads a project from a zip, exported by Braise or packed by hand; refusals name the problem. */
import * as v from 'valibot';
import { PAGE_FILE, PROGRAM_FILE, type ProblemCard, type ProjectFace } from '#lib/domain/project.ts';
import type { Files } from '#sandbox/contract.ts';
import { CARD, cardSchema, formatSchema, LIMITS, MARK, markSchema, ZIP_FORMAT, type Folder } from './folder.ts';
import { unpack } from './unpack.ts';

export type Refusal =
	| { reason: 'not-a-zip' | 'too-big' | 'broken' | 'newer' | 'not-ours' | 'nothing' | 'no-program' }
	/** A problem with one file's name or content. */
	| { reason: 'path' | 'name' | 'text' | 'twice'; file: string };

export type Read =
	/** `left`: files of kinds that a project cannot hold. */
	{ kind: 'folder'; folder: Folder; left: string[] } | { kind: 'refused'; refusal: Refusal };

/** Files that operating systems add to zips. */
const NOISE = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.[^/]*$)/;
const TRICK = /(^|\/)\.{1,2}(\/|$)|^\/|\\|^[a-z]:|\0/i;
const OURS = /^(data\/)?[a-z][\w-]*\.(ts|html|css)$/i;
const CODE = /\.(ts|html|css)$/i;

class Refused extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.reason);
		this.refusal = refusal;
	}
}

/** `name` is the zip's file name, used as title when the project has none. */
export function readZip(bytes: Uint8Array, name: string): Read {
	const unpacked = unpack(bytes);
	if (unpacked.kind !== 'entries') return { kind: 'refused', refusal: { reason: unpacked.kind } };
	try {
		return folderOf(unpacked.entries, name);
	} catch (error) {
		if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal };
		throw error;
	}
}

function folderOf(entries: Map<string, Uint8Array>, name: string): Read {
	const trick = [...entries.keys()].find((path) => TRICK.test(path));
	if (trick !== undefined) throw new Refused({ reason: 'path', file: trick });
	const kept = removeOuterFolder([...entries].filter(([path]) => !NOISE.test(path)));
	const mark = kept.find(([path]) => path === MARK);
	const face: ProjectFace = { title: mark ? markOf(mark[1]) : titleFrom(name), card: cardOf(kept) };
	const files: Files = {};
	const left: string[] = [];
	for (const [path, bytes] of kept) {
		if (path === MARK || path === CARD) continue;
		if (!CODE.test(path)) left.push(path);
		else if (!OURS.test(path)) throw new Refused({ reason: 'name', file: path });
		else if (Object.keys(files).some((other) => other.toLowerCase() === path.toLowerCase()))
			throw new Refused({ reason: 'twice', file: path });
		else files[path] = textOf(path, bytes);
	}
	if (Object.keys(files).length === 0) throw new Refused({ reason: 'nothing' });
	const whole = withProgram(files);
	return { kind: 'folder', folder: { files: whole, face }, left };
}

/** Removes a folder around all files, since people often zip the folder itself. */
function removeOuterFolder(entries: [string, Uint8Array][]): [string, Uint8Array][] {
	const [first] = entries[0]?.[0].split('/') ?? [];
	const wrapped = entries.every(([path]) => path.startsWith(`${first}/`));
	// `data/` is a folder inside a project, not one around it.
	if (first === undefined || first === 'data' || !wrapped) return entries;
	return entries.map(([path, bytes]) => [path.slice(first.length + 1), bytes]);
}

/** A page may lack a program; a sketch may not. */
function withProgram(files: Files): Files {
	if (PROGRAM_FILE in files) return files;
	if (PAGE_FILE in files) return { ...files, [PROGRAM_FILE]: '' };
	throw new Refused({ reason: 'no-program' });
}

function markOf(bytes: Uint8Array): string {
	const json = jsonOf(MARK, bytes);
	const format = v.safeParse(formatSchema, json);
	if (format.success && format.output.format > ZIP_FORMAT) throw new Refused({ reason: 'newer' });
	const mark = v.safeParse(markSchema, json);
	if (!format.success || format.output.format !== ZIP_FORMAT || !mark.success)
		throw new Refused({ reason: 'not-ours' });
	return mark.output.title;
}

function cardOf(entries: [string, Uint8Array][]): ProblemCard | null {
	const entry = entries.find(([path]) => path === CARD);
	if (!entry) return null;
	const card = v.safeParse(cardSchema, jsonOf(CARD, entry[1]));
	if (!card.success) throw new Refused({ reason: 'not-ours' });
	return card.output;
}

function jsonOf(path: string, bytes: Uint8Array): unknown {
	try {
		return JSON.parse(textOf(path, bytes));
	} catch (error) {
		throw error instanceof Refused ? error : new Refused({ reason: 'not-ours' });
	}
}

function textOf(path: string, bytes: Uint8Array): string {
	if (bytes.length > LIMITS.file) throw new Refused({ reason: 'too-big' });
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
	} catch {
		throw new Refused({ reason: 'text', file: path });
	}
}

function titleFrom(name: string): string {
	return name.replace(/\.zip$/i, '').slice(0, 80);
}
