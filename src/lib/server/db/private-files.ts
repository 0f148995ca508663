import { chmod, lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { DatabaseRefusal } from './database.ts';

const PRIVATE_FOLDER_MODE = 0o700;
const PRIVATE_FILE_MODE = 0o600;
const OTHER_USERS_MODE_MASK = 0o077;

/**
 * Creates `folder` when absent and removes other users' access to it, its content and everything this process creates later. Throws a
 * DatabaseRefusal when another user owns part of it. On Windows the parent folder decides the rights.
 */
export async function makeFolderPrivate(folder: string): Promise<void> {
	// The umask belongs to the whole process, so only the main thread can set it.
	if (isMainThread) process.umask(OTHER_USERS_MODE_MASK);
	await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER_MODE });
	if (process.platform === 'win32') return;
	try {
		await makeFolderTreePrivate(folder);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EACCES')))
			throw error;
		throw new DatabaseRefusal(
			`Some files in ${folder} belong to another user of this machine, so they cannot be closed to others. Make them this user's with chown.`
		);
	}
}

async function makeFolderTreePrivate(folder: string): Promise<void> {
	await setFileMode(folder, PRIVATE_FOLDER_MODE);
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) await makeFolderTreePrivate(path);
		// Skip links: they may lead to files that are not Braise's.
		else if (entry.isFile()) await setFileMode(path, PRIVATE_FILE_MODE);
	}
}

/** Sets a file's mode. The file may be gone already, removed by another process. */
async function setFileMode(path: string, mode: number): Promise<void> {
	try {
		if (((await lstat(path)).mode & 0o777) !== mode) await chmod(path, mode);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
	}
}

/** The engine makes each new file accessible to other users, regardless of the umask, so this removes their rights. */
export class PrivatePgliteFiles extends NodeFS {
	override async init(...[engine, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
		const { emscriptenOpts } = await super.init(engine, options);
		const preRun: NonNullable<typeof emscriptenOpts.preRun> = [
			...(emscriptenOpts.preRun ?? []),
			({ FS }) => {
				const { chmod } = FS;
				FS.chmod = (path: string, mode: number) => chmod(path, mode & ~OTHER_USERS_MODE_MASK);
			}
		];
		return { emscriptenOpts: { ...emscriptenOpts, preRun } };
	}
}
