/** Files with hashes and works in them are this user's alone, also those that PGlite makes while it runs. */
import { chmod, lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { DatabaseRefusal } from './refusal.ts';

const FOLDER = 0o700;
const FILE = 0o600;
const OF_OTHERS = 0o077;

/**
 * Makes `folder` when it is absent, and closes it, everything in it, and whatever this process makes later to other users of the machine.
 * Throws a DatabaseRefusal when something in it is not this user's to close. On Windows a folder has its rights from the one above.
 */
export async function makePrivate(folder: string): Promise<void> {
	// The mask is the whole process's, so a thread has no say.
	if (isMainThread) process.umask(OF_OTHERS);
	await mkdir(folder, { recursive: true, mode: FOLDER });
	if (process.platform === 'win32') return;
	try {
		await closeFolder(folder);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EACCES')))
			throw error;
		throw new DatabaseRefusal(
			`Some files in ${folder} belong to another user of this machine, so they cannot be closed to others. Make them this user's with chown.`
		);
	}
}

async function closeFolder(folder: string): Promise<void> {
	await close(folder, FOLDER);
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) await closeFolder(path);
		// A link may lead elsewhere, to what is not ours to change.
		else if (entry.isFile()) await close(path, FILE);
	}
}

/** Another process may have removed what was listed a moment ago. */
async function close(path: string, mode: number): Promise<void> {
	try {
		if (((await lstat(path)).mode & 0o777) !== mode) await chmod(path, mode);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
	}
}

/** PGlite's files on the disk. The engine gives each new file a mode that others may read and write, whatever the process masks. */
export class PrivateFiles extends NodeFS {
	override async init(...[engine, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
		const { emscriptenOpts } = await super.init(engine, options);
		const preRun: NonNullable<typeof emscriptenOpts.preRun> = [
			...(emscriptenOpts.preRun ?? []),
			({ FS }) => {
				const { chmod } = FS;
				FS.chmod = (path: string, mode: number) => chmod(path, mode & ~OF_OTHERS);
			}
		];
		return { emscriptenOpts: { ...emscriptenOpts, preRun } };
	}
}
