import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('Vitest looks for unit tests only in sandbox, scripts, src and tests', () => {
	const patterns = [...readFileSync('vitest.config.ts', 'utf8').matchAll(/'([^']+\.test\.ts)'/g)];
	const folders = patterns.flatMap(([, pattern = '']) =>
		(pattern.split('/')[0] ?? '').replace(/^\{|\}$/g, '').split(',')
	);
	expect([...new Set(folders)].sort()).toEqual(['sandbox', 'scripts', 'src', 'tests']);
});
