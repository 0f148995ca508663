import { expect, test } from 'vitest';
import { ExportOrigins, type OutlineSource } from './export-origins.ts';
import type { ExportOutline } from './file-exports.ts';

interface FileExports {
	own?: string[];
	/** For each name that is exported again: the name here, the other file, and the name there. */
	again?: [string, string, string][];
	stars?: string[];
}

function outlineOf({ own = [], again = [], stars: starSpecifiers = [] }: FileExports): ExportOutline {
	const reexports = again.map(([name, specifier, there]) => [name, { specifier, name: there }] as const);
	return { isModule: true, ownNames: new Set(own), again: new Map(reexports), starSpecifiers };
}

/**
 * Creates files whose specifiers are their paths. A file that is not in `files` counts as not compiled yet; `common` is a file
 * whose exports are known only at run time.
 */
function createKnownFiles(files: Record<string, FileExports>) {
	const outlines = new Map(Object.entries(files).map(([path, exports]) => [path, outlineOf(exports)]));
	const lookups = { times: 0 };
	const fileOutlines: OutlineSource = {
		outlineOf: (path) => outlines.get(path),
		fileWithKnownExports(specifier) {
			lookups.times += 1;
			return specifier === 'common' ? undefined : specifier;
		},
		isTypeScript: (path) => path.endsWith('.ts')
	};
	return { fileOutlines, lookups };
}

function exportOriginsOf(files: Record<string, FileExports>, path = 'main'): Record<string, unknown> | undefined {
	const origins = new ExportOrigins(createKnownFiles(files).fileOutlines).originsOf(path);
	return origins && Object.fromEntries(origins);
}

test('a name is traced to the file that declares it, through renames and cycles of exports', () => {
	const files = {
		main: { own: ['own'], again: [['x', 'a', 'y']], stars: ['a'] } satisfies FileExports,
		a: { own: ['own', 'default'], stars: ['b', 'main'] },
		b: { own: ['y'], stars: ['a'] }
	};
	const y = { path: 'b', name: 'y' };
	expect(exportOriginsOf(files)).toEqual({ own: { path: 'main', name: 'own' }, x: y, y });
	expect(exportOriginsOf(files, 'b')).toEqual({ own: { path: 'a', name: 'own' }, x: y, y });
});

test('a name is ambiguous when star exports reach two declarations, but not the same one twice', () => {
	const two = { a: { own: ['n'] }, b: { own: ['n'] } };
	expect(exportOriginsOf({ ...two, main: { stars: ['a', 'b'] } })).toEqual({ n: 'ambiguous' });
	expect(exportOriginsOf({ ...two, main: { stars: ['a', 'c'] }, c: { again: [['n', 'b', 'n']] } })).toEqual({
		n: 'ambiguous'
	});
	expect(exportOriginsOf({ ...two, main: { stars: ['a', 'c'] }, c: { again: [['n', 'a', 'n']] } })).toEqual({
		n: { path: 'a', name: 'n' }
	});
});

test('an undeclared re-exported name counts as a type in TypeScript files, and as absent otherwise', () => {
	expect(exportOriginsOf({ 'main.ts': { again: [['n', 'a', 'n']] }, a: {} }, 'main.ts')).toEqual({ n: 'type' });
	expect(exportOriginsOf({ main: { again: [['n', 'a.ts', 'n']] }, 'a.ts': { again: [['n', 'main', 'n']] } })).toEqual({
		n: 'type'
	});
	expect(exportOriginsOf({ main: { again: [['n', 'a', 'n']] }, a: { again: [['n', 'main', 'n']] } })).toEqual({
		n: 'absent'
	});
});

test('origins are unknown behind a file that is not compiled or has exports known only at run time', () => {
	for (const stars of [['common'], ['missing']]) {
		expect(exportOriginsOf({ main: { stars } })).toBeUndefined();
		expect(exportOriginsOf({ main: { again: [['n', 'a', 'n']] }, a: { stars } })).toBeUndefined();
		expect(exportOriginsOf({ main: { again: [['n', 'a', 'n']] }, a: { own: ['n'], stars } })).toBeDefined();
	}
	expect(exportOriginsOf({ main: { again: [['default', 'missing', 'default']] } })).toBeUndefined();
});

test('for sixty files that export each other, each export statement is read once', () => {
	const names = Array.from({ length: 60 }, (_, index) => `n${index}`);
	const stars = names.map((name) => `f-${name}`);
	const { fileOutlines, lookups } = createKnownFiles(
		Object.fromEntries(names.map((name) => [`f-${name}`, { own: [name], stars }]))
	);
	const origins = new ExportOrigins(fileOutlines);
	for (const path of stars) expect(origins.originsOf(path)?.size).toBe(60);
	// Each of the 60 files has 60 `export` statements, and each statement was read once.
	expect(lookups.times).toBe(60 * 60);
});

test('a chain of many files is followed to its end', () => {
	const files: Record<string, FileExports> = { f20000: { own: ['n'] } };
	for (let index = 0; index < 20_000; index++) files[`f${index}`] = { again: [['n', `f${index + 1}`, 'n']] };
	expect(exportOriginsOf(files, 'f0')).toEqual({ n: { path: 'f20000', name: 'n' } });
});
