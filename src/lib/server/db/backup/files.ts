/** Backup files, named by their time; a file gets its name only when complete and on the disk. */
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';
import { type Connection, DatabaseRefusal } from '../database.ts';
import { dumpDatabase } from './dump.ts';
import { splitLines } from './format.ts';
import { loadBackupRows } from './load.ts';

const BACKUP_NAME_PATTERN = /^\d{4}-\d\d-\d\dT[\d-]+Z\.braise\.gz$/;

export interface WrittenBackup {
	file: string;
	rows: number;
}

export async function makeBackup(connection: Connection, folder: string): Promise<WrittenBackup> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const file = join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}.braise.gz`);
	const unfinishedPath = `${file}.making`;
	const handle = await open(unfinishedPath, 'w', 0o600);
	try {
		// Compression level 1 is the fastest; on PGlite every other query waits while a backup is made.
		const gzip = createGzip({ level: 1 });
		const writeTask = (async () => {
			for await (const piece of gzip) await handle.write(piece as Buffer);
		})();
		// The await below handles a rejection. This handler keeps an earlier rejection from ending the process.
		writeTask.catch(() => undefined);
		const rows = await dumpDatabase(connection, (text) => writeToGzip(gzip, text));
		gzip.end();
		await writeTask;
		await handle.sync();
		await handle.close();
		await rename(unfinishedPath, file);
		await flushFolderToDisk(folder);
		return { file, rows };
	} catch (error) {
		await handle.close().catch(() => undefined);
		await rm(unfinishedPath, { force: true });
		throw error;
	}
}

export async function listBackups(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch(() => []);
	return names
		.filter((name) => BACKUP_NAME_PATTERN.test(name))
		.sort()
		.map((name) => join(folder, name));
}

export async function loadBackup(connection: Connection, file: string): Promise<number> {
	const compressedStream = createReadStream(file);
	const textStream = compressedStream.pipe(createGunzip());
	compressedStream.on('error', (error) => textStream.destroy(error));
	try {
		return await loadBackupRows(connection, splitLines(textStream));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (/^(Z_|ENOENT|EACCES|EISDIR)/.test(code)) throw new DatabaseRefusal(`${file} cannot be read, or is not whole.`);
		throw error;
	} finally {
		compressedStream.destroy();
	}
}

function writeToGzip(gzip: Gzip, text: string): Promise<void> {
	return new Promise((resolve, reject) => void gzip.write(text, (error) => (error ? reject(error) : resolve())));
}

/** Syncs the folder, so that a renamed file keeps its new name after a power cut. Windows does not support this. */
async function flushFolderToDisk(folder: string): Promise<void> {
	const handle = await open(folder).catch(() => undefined);
	await handle?.sync().catch(() => undefined);
	await handle?.close();
}
