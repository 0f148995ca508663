import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

test('importing the modules that scripts/test.ts imports does not change the exit code', async () => {
	const source = await readFile('scripts/test.ts', 'utf8');
	const modules = [...source.matchAll(/^import [^;]* from '([^']+)';$/gm)].map(([, name = '']) => name);
	expect(modules).toContain('#lib/server/db/testing/pglite-pool.ts');
	const imports = modules.map((name) => `import '${name.replace(/^\.\//, './scripts/')}';`).join('\n');
	const node = spawnSync(process.execPath, [
		'--import',
		'tsx',
		'--input-type=module',
		'-e',
		`${imports}\nprocess.exitCode = 3;`
	]);
	expect([node.status, node.stderr.toString()]).toEqual([3, '']);
});
