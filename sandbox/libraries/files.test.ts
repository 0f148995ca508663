import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIBRARY_FILES, P5_FILES } from './files.ts';

test('each file is named by the version that is installed', () => {
	const { version } = JSON.parse(readFileSync('node_modules/p5/package.json', 'utf8')) as { version: string };
	expect(Object.keys(LIBRARY_FILES).every((name) => name.includes(version))).toBe(true);
	for (const name of Object.values(P5_FILES)) {
		expect(readFileSync(`node_modules/${LIBRARY_FILES[name]}`, 'utf8').length).toBeGreaterThan(100_000);
	}
});
