import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveImportPath } from './lint/import-rules.js';

const IMPORT_PATTERN = /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

const sourcePaths = ['src', 'sandbox', 'scripts', 'tests'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => join(folder, path))
		.filter((path) => /\.(ts|js|svelte)$/.test(path) && !/paraglide|template/.test(path))
);
const importsByPath = new Map(sourcePaths.map((path) => [path, importsOf(path)]));

/** Returns the files that a file imports. It leaves out the file itself: a component may contain itself, as in a tree. */
function importsOf(path: string): string[] {
	return [...readFileSync(path, 'utf8').matchAll(IMPORT_PATTERN)]
		.map(([, specifier = '']) => resolveImportPath(specifier, path) ?? '')
		.filter((target) => target !== path);
}

const pathsWithoutCycle = new Set<string>();

function findCycleFrom(path: string, importingPaths: string[]): string[] | undefined {
	if (importingPaths.includes(path)) return [...importingPaths.slice(importingPaths.indexOf(path)), path];
	if (pathsWithoutCycle.has(path)) return undefined;
	for (const target of importsByPath.get(path) ?? []) {
		const cycle = findCycleFrom(target, [...importingPaths, path]);
		if (cycle !== undefined) return cycle;
	}
	pathsWithoutCycle.add(path);
	return undefined;
}

test('more than 3,000 imports are found', () => {
	expect([...importsByPath.values()].flat().length).toBeGreaterThan(3000);
});

test('no files import each other in a circle', () => {
	const cycles = sourcePaths.map((path) => findCycleFrom(path, [])).filter((cycle) => cycle !== undefined);
	expect(cycles[0]).toBeUndefined();
});
