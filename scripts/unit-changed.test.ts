import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const testRepository = mkdtempSync(join(tmpdir(), 'braise-changed-'));
afterAll(() => rmSync(testRepository, { recursive: true, force: true }));

const runFile = promisify(execFile);
const runGit = (...words: string[]) =>
	runFile('git', ['-C', testRepository, '-c', 'user.name=Test', '-c', 'user.email=test@test.invalid', ...words]);
const writeTestFile = (name: string, text: string) => writeFileSync(join(testRepository, name), text);

test('npm run unit -- --changed runs only the tests of files with uncommitted changes', async () => {
	for (const name of ['one', 'other']) {
		writeTestFile(`${name}.ts`, `export const name = '${name}';\n`);
		writeTestFile(`${name}.test.ts`, `import { name } from './${name}.ts';\ntest(name, () => {});\n`);
	}
	await runGit('init');
	await runGit('add', '.');
	await runGit('commit', '--message', 'Begin');
	writeTestFile('other.ts', `export const name = 'changed';\n`);

	const words = ['run', '--silent', 'unit', '--', '--changed', '--globals', '--reporter=json'];
	const { stdout } = await runFile('npm', [...words, `--root=${testRepository}`], {
		env: { PATH: process.env['PATH'] }
	});
	expect(JSON.parse(stdout)).toMatchObject({
		numTotalTests: 1,
		testResults: [{ name: join(testRepository, 'other.test.ts') }]
	});
});
