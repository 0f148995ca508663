import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const testFolder = mkdtempSync(join(tmpdir(), 'braise-format-'));
afterAll(() => rmSync(testFolder, { recursive: true, force: true }));

test('`npm run format` formats the files that it is given', async () => {
	const path = join(testFolder, 'one.ts');
	writeFileSync(path, 'export const one={a :1}\n');
	const words = ['run', '--silent', 'format', '--', path];
	await promisify(execFile)('npm', words, { env: { PATH: process.env['PATH'] } });
	expect(readFileSync(path, 'utf8')).toMatch(/^export const one = \{ a: 1 \};?\n$/);
});
