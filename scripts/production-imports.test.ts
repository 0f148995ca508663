import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';

const packageManifestSchema = v.object({ devDependencies: v.record(v.string(), v.string()) });
const { devDependencies } = v.parse(packageManifestSchema, JSON.parse(readFileSync('package.json', 'utf8')));
const TEST_PATH_PATTERN =
	/\.test\.ts$|\.d\.ts$|\/testing\/|\/fixtures?[./]|testing\.ts$|^sandbox\/compile\/page\/|^scripts\/(test|soak|browsers)|^scripts\/(test|lint)\//;
/** Scripts that make pictures for authors. They may import development packages, because nothing that is built or served imports them. */
const AUTHOR_TOOL_PATH_PATTERN = /^scripts\/(?:challenge\/pictures\.ts$|template-pictures\.ts$)/;
const IMPORT_PATTERN =
	/(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

const productionFiles = ['src', 'sandbox', 'scripts']
	.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)))
	.concat('vite.config.ts', 'svelte.config.js')
	.filter(
		(path) =>
			/\.(ts|js|svelte)$/.test(path) &&
			!TEST_PATH_PATTERN.test(path) &&
			!AUTHOR_TOOL_PATH_PATTERN.test(path) &&
			!path.includes('template')
	);

test('more than 300 production files are found', () => {
	expect(productionFiles.length).toBeGreaterThan(300);
});

test('no production file outside the challenge scripts mentions challenge/pictures.ts', () => {
	const wrong = productionFiles
		.filter((path) => !/^scripts\/challenge(?:\/|\.ts$)/.test(path))
		.filter((path) => /challenge\/pictures\.ts/.test(readFileSync(path, 'utf8')));
	expect(wrong).toEqual([]);
});

test('no production file imports a development dependency except vitest', () => {
	const wrong = productionFiles.flatMap((path) =>
		[...readFileSync(path, 'utf8').matchAll(IMPORT_PATTERN)]
			.map(([, from = '', dynamic = '']) => from || dynamic)
			.filter((name) => Object.keys(devDependencies).some((one) => name === one || name.startsWith(`${one}/`)))
			// `vitest` is allowed: in a challenge's checks the judge replaces it with a module of its own.
			.filter((name) => name !== 'vitest')
			.map((name) => `${path}: ${name}`)
	);
	expect(wrong).toEqual([]);
});
