/** Tests when backups are made automatically or on request, and which older ones are kept. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBackupSocket, requestBackupFromOwner } from '../backup-socket.ts';
import { account } from '../schema/index.ts';
import { createFreshDatabase } from '../testing/fresh-database.ts';
import { listBackups, loadBackup, type WrittenBackup } from './files.ts';
import { selectBackupsToKeep, scheduleBackups } from './schedule.ts';

test('a backup is made after the interval, again after a change, and when the schedule stops', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'braise-kept-'));
	const connection = await createFreshDatabase('pglite');
	const backups: WrittenBackup[] = [];
	let wakeWaiter: () => void = () => undefined;
	const listeners = {
		onBackupMade: (one: WrittenBackup) => {
			backups.push(one);
			wakeWaiter();
		},
		onBackupFailed: (error: unknown) => {
			throw error;
		}
	};
	const addAccount = (id: string) =>
		connection.database.insert(account).values({ id, role: 'student', name: '', email: id });
	await addAccount('a');
	const schedule = scheduleBackups(connection, folder, listeners, { every: 20, rest: 0 });
	while (backups.length < 1) await new Promise<void>((resolve) => (wakeWaiter = resolve));
	await addAccount('b');
	while (backups.length < 2) await new Promise<void>((resolve) => (wakeWaiter = resolve));
	await addAccount('c');
	await schedule.stop();
	const lastBackup = (await listBackups(folder)).at(-1) ?? '';
	await loadBackup(connection, lastBackup);
	expect(await connection.database.select({ id: account.id }).from(account)).toEqual([
		{ id: 'a' },
		{ id: 'b' },
		{ id: 'c' }
	]);
	await connection.close();
	await rm(folder, { recursive: true });
});

test('no further backup is made while nothing changes', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'braise-kept-'));
	const connection = await createFreshDatabase('pglite');
	let count = 0;
	const schedule = scheduleBackups(connection, folder, {
		onBackupMade: () => void (count += 1),
		onBackupFailed: () => undefined
	});
	await schedule.makeBackupNow();
	await schedule.stop();
	expect(count).toBe(1);
	await connection.close();
	await rm(folder, { recursive: true });
});

test('the newest backups are kept, and the last backup of each day for a week', () => {
	const backupPathAt = (day: number, hour: number) =>
		`/b/2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}-00-00-000Z.braise.gz`;
	const days = Array.from({ length: 10 }, (_, index) => index + 1);
	const backupNames = days.flatMap((day) => [8, 9, 10, 11, 12, 13, 14].map((hour) => backupPathAt(day, hour)));
	expect(selectBackupsToKeep(backupNames).toSorted()).toEqual([
		...[4, 5, 6, 7, 8, 9].map((day) => backupPathAt(day, 14)),
		...[9, 10, 11, 12, 13, 14].map((hour) => backupPathAt(10, hour))
	]);
});

test('a backup can be requested from the process that holds the database, if that process runs', async () => {
	const parentFolder = await mkdtemp(join(tmpdir(), 'braise-bell-'));
	const folder = join(parentFolder, 'database');
	expect(await requestBackupFromOwner(folder)).toBeUndefined();
	const closeSocket = await openBackupSocket(folder, async () => ({ file: 'a', rows: 1 }));
	expect(await requestBackupFromOwner(folder)).toEqual({ file: 'a', rows: 1 });
	await closeSocket();
	expect(await requestBackupFromOwner(folder)).toBeUndefined();
	await rm(parentFolder, { recursive: true });
});
