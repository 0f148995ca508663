/** Tests that each library's files exist, and that its version and licence are those of the installed package. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIBRARIES, LIBRARY_PATH_BY_NAME } from './files.ts';

interface Package {
	version: string;
	license: string;
}

const PACKAGE_BY_LIBRARY = { p5: 'p5', chart: 'chart.js', matter: 'matter-js', tone: 'tone' } as const;

test.each(Object.entries(PACKAGE_BY_LIBRARY))(
	'%s and its files are named by the version that is installed, and it has the licence of its package',
	(name, folder) => {
		const { version, license } = JSON.parse(readFileSync(`node_modules/${folder}/package.json`, 'utf8')) as Package;
		const { pathByName, ...library } = LIBRARIES[name as keyof typeof PACKAGE_BY_LIBRARY];
		expect(library).toMatchObject({ version, licence: license });
		expect(Object.keys(pathByName).every((file) => file.includes(version))).toBe(true);
	}
);

test.each(Object.entries(LIBRARY_PATH_BY_NAME))('%s is there', (_, path) => {
	expect(readFileSync(`node_modules/${path}`, 'utf8').length).toBeGreaterThan(50_000);
});
