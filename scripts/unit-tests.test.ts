/** Tests that Vitest finds unit tests only in the app's own folders, never in an author's challenge. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('a test that a challenge brings is no unit test', () => {
	const patterns = [...readFileSync('vitest.config.ts', 'utf8').matchAll(/'([^']+\.test\.ts)'/g)];
	const folders = patterns.flatMap(([, pattern = '']) =>
		(pattern.split('/')[0] ?? '').replace(/^\{|\}$/g, '').split(',')
	);
	expect([...new Set(folders)].sort()).toEqual(['sandbox', 'scripts', 'src', 'tests']);
});
