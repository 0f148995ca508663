/** Tests that the health check reports a busy or closed database as not answering. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connection, openDatabase } from '#lib/server/db/index.ts';
import { copyMigratedStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { checkHealth } from './health.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'braise-health-'));
	await copyMigratedStoreTo(folder);
	process.env['DATA_FOLDER'] = folder;
	process.env['DATABASE_URL'] = '';
	await openDatabase();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the health check reports a database that is busy too long, or closed, as not answering', async () => {
	expect(await checkHealth()).toEqual({ database: 'ok', judge: 'ok' });
	const busyTransaction = connection().database.transaction(async () => {
		expect(await checkHealth()).toEqual({ database: 'not answering', judge: 'ok' });
	});
	await busyTransaction;
	expect(await checkHealth()).toEqual({ database: 'ok', judge: 'ok' });
	await connection().close();
	expect(await checkHealth()).toEqual({ database: 'not answering', judge: 'ok' });
});
