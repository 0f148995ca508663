import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIBRARIES, LIBRARY_PATH_BY_NAME } from './files.ts';

const PACKAGE_BY_LIBRARY = { p5: 'p5', chart: 'chart.js', matter: 'matter-js', tone: 'tone' } as const;

test.each(Object.entries(PACKAGE_BY_LIBRARY))(
	'the files of %s are named by the version that is installed',
	(name, folder) => {
		const { version } = JSON.parse(readFileSync(`node_modules/${folder}/package.json`, 'utf8')) as { version: string };
		const { pathByName } = LIBRARIES[name as keyof typeof PACKAGE_BY_LIBRARY];
		expect(Object.keys(pathByName).every((file) => file.includes(version))).toBe(true);
	}
);

test.each(Object.entries(LIBRARY_PATH_BY_NAME))('%s is there', (_, path) => {
	expect(readFileSync(`node_modules/${path}`, 'utf8').length).toBeGreaterThan(50_000);
});
