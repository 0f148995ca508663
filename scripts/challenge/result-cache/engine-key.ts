/** Hashes everything besides the challenge that a result of the author's command depends on. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPOSITORY_FOLDER = fileURLToPath(new URL('../../..', import.meta.url));
/** Folders of all code that the command may import (scripts/lint/import-rules.js), and of the declarations that it reads. */
const SOURCE_FOLDERS = ['scripts', 'sandbox', 'src/lib/domain', 'src/lib/server', 'src/lib/editor/declarations'];
/** Files that say which packages are installed, and which should be. */
const INSTALLATION_FILES = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json'];

/** Hashes the sources of checker, judge, compiler and kit, the installed packages and the machine's Node. */
export function hashEngineSources(root = REPOSITORY_FOLDER): string {
	const hash = createHash('sha256');
	hash.update([process.version, process.platform, process.arch].join());
	for (const path of [...SOURCE_FOLDERS.flatMap((folder) => filesIn(root, folder)), ...INSTALLATION_FILES]) {
		const file = join(root, path);
		const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
		hash.update(`${Buffer.byteLength(path)}:${path}${bytes.length}:`).update(bytes);
	}
	return hash.digest('hex');
}

function filesIn(root: string, folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true })
		.flatMap((entry) => {
			const path = `${folder}/${entry.name}`;
			return entry.isDirectory() ? filesIn(root, path) : [path];
		})
		.sort();
}
