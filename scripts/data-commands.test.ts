/** Tests `npm run backup` and `npm run restore`, as a server's owner types them. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openPglite } from '#lib/server/db/pglite.ts';
import { account } from '#lib/server/db/schema/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'braise-commands-'));
const store = join(folder, 'database');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function npm(script: string): Promise<string> {
	const env = { ...process.env, DATA_FOLDER: folder, DATABASE_URL: '' };
	const { stdout } = await promisify(execFile)('npm', ['run', '--silent', script], { env });
	return stdout;
}

test('the rows of a backup are there again after it is restored', async () => {
	const first = await openPglite(store);
	await migrateDatabase(first);
	await first.database.insert(account).values({ id: 'a', role: 'student', name: '', email: 'a@student.invalid' });
	await first.close();
	expect(await npm('backup')).toContain('backups');

	const second = await openPglite(store);
	await second.database.delete(account);
	await second.close();
	await npm('restore');

	const third = await openPglite(store);
	expect(await third.database.select().from(account)).toMatchObject([{ id: 'a' }]);
	await third.close();
});
