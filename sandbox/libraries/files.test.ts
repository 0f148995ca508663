import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	findLibrary,
	LIBRARY_PATH_BY_FILE_NAME,
	LIBRARY_VERSIONS,
	newestScriptAddress,
	type LibraryVersions
} from './files.ts';
import { libraryRequestsOf } from './recognise.ts';

interface InstalledPackage {
	version: string;
	license: string;
}

const versionEntries = Object.entries(LIBRARY_VERSIONS).flatMap(([name, versions]) =>
	versions.map((library) => [`${name} ${library.version}`, library] as const)
);

test.each(versionEntries)(
	'%s has its installed package’s version and licence, and the version in its file names',
	(_, { pathByName, scriptName, ...library }) => {
		const folder = pathByName[scriptName]?.split('/')[0] ?? '';
		const { version, license } = JSON.parse(
			readFileSync(`node_modules/${folder}/package.json`, 'utf8')
		) as InstalledPackage;
		expect(library).toMatchObject({ version, licence: license });
		expect(Object.keys(pathByName).every((file) => file.includes(version))).toBe(true);
	}
);

test.each(Object.entries(LIBRARY_PATH_BY_FILE_NAME))('the file of %s has more than 50,000 characters', (_, path) => {
	expect(readFileSync(`node_modules/${path}`, 'utf8').length).toBeGreaterThan(50_000);
});

describe('with two versions of p5', () => {
	const [today] = LIBRARY_VERSIONS.p5;
	const twoVersions: LibraryVersions = [today, { ...today, version: '3.0.0', scriptName: 'p5-3.0.0.js' }];
	const libraries = { ...LIBRARY_VERSIONS, p5: twoVersions };
	const versionFor = (address: string) =>
		libraryRequestsOf(`<script src="${address}"></script>`).map((request) => findLibrary(request, libraries).version);

	test.each([
		['p5.js', '2.3.4'],
		['p5-2.3.4.js', '2.3.4'],
		['p5-3.0.0.js', '3.0.0'],
		['https://cdn.jsdelivr.net/npm/p5@1.11.2/lib/p5.min.js', '2.3.4'],
		['https://cdn.jsdelivr.net/npm/p5@2.10.0', '3.0.0'],
		['https://cdnjs.cloudflare.com/ajax/libs/p5.js/9.0.0/p5.min.js', '3.0.0']
	])('a page that asks for %s gets %s', (address, version) => {
		expect(versionFor(address)).toEqual([version]);
	});

	test('a new page asks for the newest version, and gets it', () => {
		const address = newestScriptAddress('p5', libraries);
		expect(versionFor(address)).toEqual(['3.0.0']);
		expect(newestScriptAddress('chart', libraries)).toBe('chart.js');
	});
});
