/** Tests that PGlite's store keeps its rows, is opened by one process only, and is refused when damaged. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurnOfEventLoop } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrateDatabase } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { account } from './schema/index.ts';
import { copyMigratedStoreTo } from './testing/pglite-pool.ts';

let parentFolder: string;
let folder: string;
const childProcesses: ChildProcess[] = [];
beforeEach(async () => {
	parentFolder = await mkdtemp(join(tmpdir(), 'braise-store-'));
	folder = join(parentFolder, 'database');
	await copyMigratedStoreTo(parentFolder);
});
afterEach(async () => {
	for (const child of childProcesses.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
	await rm(parentFolder, { recursive: true, force: true });
});

/** Starts another process that opens the store, prints the id of each row it stored, and does not stop by itself. */
function startWriter(): ChildProcess {
	const child = spawn(process.execPath, ['--import', 'tsx', 'src/lib/server/db/testing/writer.ts', folder], {
		stdio: ['ignore', 'pipe', 'pipe']
	});
	childProcesses.push(child);
	return child;
}

/** Resolves to the ids that the other process printed, once there are `count` of them. */
function readRowIds(child: ChildProcess, count: number): Promise<string[]> {
	let text = '';
	return new Promise((resolve, reject) => {
		child.once('exit', () => reject(new Error(`The writer ended after: ${text}`)));
		child.stdout?.on('data', (piece: Buffer) => {
			text += piece.toString();
			const wholeLines = text.split('\n').slice(0, -1);
			if (wholeLines.length >= count) resolve(wholeLines);
		});
	});
}

test('stored rows are kept when the store is closed and opened again', async () => {
	await rm(folder, { recursive: true });
	const firstConnection = await openPglite(folder);
	await migrateDatabase(firstConnection);
	await firstConnection.database
		.insert(account)
		.values({ id: 'a', role: 'student', name: '', email: 'a@student.invalid' });
	expect((await firstConnection.query('show shared_buffers')).rows).toEqual([{ shared_buffers: '16MB' }]);
	await firstConnection.close();
	const secondConnection = await openPglite(folder);
	await migrateDatabase(secondConnection);
	expect(await secondConnection.database.select().from(account)).toMatchObject([{ id: 'a' }]);
	await secondConnection.close();
});

test('a store open in another process is refused; after that process is killed, its stored rows remain', async () => {
	const child = startWriter();
	await readRowIds(child, 1);
	await expect(openPglite(folder)).rejects.toThrow(`Process ${child.pid} on ${hostname()} has the database`);
	const reportedIds = await readRowIds(child, 20);
	child.kill('SIGKILL');
	await once(child, 'exit');
	const connection = await openPglite(folder);
	const result = await connection.query('select id from account');
	const storedIds = new Set(result.rows.map(({ id }) => String(id)));
	expect(reportedIds.filter((id) => !storedIds.has(id))).toEqual([]);
	await connection.close();
});

test('a process cannot open its own store twice, but can open it again after closing it', async () => {
	const connection = await openPglite(folder);
	await expect(openPglite(folder)).rejects.toThrow('only one may');
	await connection.close();
	await (await openPglite(folder)).close();
});

test('the event loop is not blocked while many queries wait', async () => {
	const connection = await openPglite(folder);
	let answerCount = 0;
	const queries = Promise.all(
		Array.from({ length: 1000 }, async () => {
			await connection.query('select 1');
			answerCount += 1;
		})
	);
	await nextTurnOfEventLoop();
	expect(answerCount).toBeLessThan(1000);
	await queries;
	await connection.close();
});

test.each([
	['without its version file', (store: string) => rm(join(store, 'PG_VERSION'))],
	['with an empty pg_control', (store: string) => writeFile(join(store, 'global', 'pg_control'), '')],
	['without its tables', (store: string) => rm(join(store, 'base'), { recursive: true })]
])('a store %s is refused with the command that restores a backup, and is not overwritten', async (_, damage) => {
	await damage(folder);
	await expect(openPglite(folder)).rejects.toThrow(/damaged.*npm run restore/);
	await expect(openPglite(folder)).rejects.toThrow(/damaged.*npm run restore/);
});
