import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIBRARIES, LIBRARY_FILES } from './files.ts';

const PACKAGES = { p5: 'p5', chart: 'chart.js', matter: 'matter-js', tone: 'tone' } as const;

test.each(Object.entries(PACKAGES))('the files of %s are named by the version that is installed', (name, folder) => {
	const { version } = JSON.parse(readFileSync(`node_modules/${folder}/package.json`, 'utf8')) as { version: string };
	const { paths } = LIBRARIES[name as keyof typeof PACKAGES];
	expect(Object.keys(paths).every((file) => file.includes(version))).toBe(true);
});

test.each(Object.entries(LIBRARY_FILES))('%s is there', (_, path) => {
	expect(readFileSync(`node_modules/${path}`, 'utf8').length).toBeGreaterThan(50_000);
});
