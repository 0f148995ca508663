import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { openPglite } from '#lib/server/db/pglite.ts';
import { account } from '#lib/server/db/schema/index.ts';
import { copyMigratedStoreTo } from '#lib/server/db/testing/pglite-pool.ts';

const testFolder = mkdtempSync(join(tmpdir(), 'braise-commands-'));
const databaseFolder = join(testFolder, 'database');
afterAll(() => rmSync(testFolder, { recursive: true, force: true }));

async function runNpmScript(script: string): Promise<string> {
	const env = { ...process.env, DATA_FOLDER: testFolder, DATABASE_URL: '' };
	const { stdout } = await promisify(execFile)('npm', ['run', '--silent', script], { env });
	return stdout;
}

test('a row deleted after a backup is back once the backup is restored', { tags: ['more'] }, async () => {
	await copyMigratedStoreTo(testFolder);
	const firstConnection = await openPglite(databaseFolder);
	await firstConnection.database
		.insert(account)
		.values({ id: 'a', role: 'student', name: '', email: 'a@student.invalid' });
	await firstConnection.close();
	expect(await runNpmScript('backup')).toContain('backups');

	const connectionAfterBackup = await openPglite(databaseFolder);
	await connectionAfterBackup.database.delete(account);
	await connectionAfterBackup.close();
	await runNpmScript('restore');

	const connectionAfterRestore = await openPglite(databaseFolder);
	expect(await connectionAfterRestore.database.select().from(account)).toMatchObject([{ id: 'a' }]);
	await connectionAfterRestore.close();
});
