import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../../../sandbox/index.ts';

/** What an author's folder may hold. Anything else (an editor's leftovers, notes) is not part of the package. */
const BELONGS = /^(challenge\.yaml|(text|teacher)\.[a-z]{2}\.md|scene\.ts|(scene|data|start|checks|private)\/.+)$/;

/** All files of the package, sorted by path, with the line ends of Unix, so that every machine gets the same hash. */
export function readFolder(folder: string): Files {
	const files: Files = {};
	for (const path of pathsUnder(folder)) {
		if (BELONGS.test(path)) files[path] = readFileSync(join(folder, path), 'utf8').replace(/\r\n?/g, '\n');
	}
	return files;
}

/** Challenge folders: those that hold a challenge.yaml. */
export function challengeFolders(root: string): string[] {
	if (!existsSync(root)) return [];
	return readdirSync(root)
		.filter((name) => existsSync(join(root, name, 'challenge.yaml')))
		.sort();
}

/** Of the whole package, private part included: each path and text with its length, so that no two packages run together. */
export function hashOf(files: Files): string {
	const hash = createHash('sha256');
	for (const path of Object.keys(files).sort()) {
		const text = files[path] ?? '';
		hash.update(`${Buffer.byteLength(path)}:${path}${Buffer.byteLength(text)}:${text}`);
	}
	return hash.digest('hex');
}

/** The files under `prefix`, named from there. */
export function filesUnder(files: Files, prefix: string): Files {
	const found: Files = {};
	for (const [path, text] of Object.entries(files)) {
		if (path.startsWith(prefix)) found[path.slice(prefix.length)] = text;
	}
	return found;
}

function pathsUnder(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/')
		)
		.filter((path) => !path.split('/').some((part) => part.startsWith('.')))
		.sort();
}
