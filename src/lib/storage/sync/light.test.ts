import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const STATIC_IMPORT_PATTERN = /^(?:import|export)\s(?!type\b)[^;'"]*?from\s+'([^']+)'/gm;

/** Returns all packages and files that a file imports statically, directly or through others. */
function findImportedFiles(file: string, knownPaths = new Set<string>()): Set<string> {
	for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT_PATTERN)) {
		const path = name.startsWith('#lib/')
			? resolve(join('src/lib', name.slice('#lib/'.length)))
			: resolve(dirname(file), name);
		const isOwn = name.startsWith('#lib/') || name.startsWith('.');
		if (!isOwn) knownPaths.add(name);
		else if (!knownPaths.has(path) && existsSync(path)) {
			knownPaths.add(path);
			findImportedFiles(path, knownPaths);
		}
	}
	return knownPaths;
}

test('the sync module that every page loads does not import the hashing library', () => {
	const imports = findImportedFiles('src/lib/storage/sync/page.ts');
	expect(imports).toContain(resolve('src/lib/domain/own-file/own-file.ts'));
	expect([...imports].filter((name) => name.includes('noble'))).toEqual([]);
});
