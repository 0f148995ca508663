/** Locks a PGlite folder, because two processes that use one folder destroy it silently. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { check, lock, unlock } from 'proper-lockfile';
import * as v from 'valibot';
import { isStoreOwnerRunning } from './backup-socket.ts';
import { isProcessAlive } from './process-alive.ts';
import { DatabaseRefusal } from './database.ts';

/** Milliseconds without renewal until a lock whose owner cannot be checked counts as stale. */
const STALE_LOCK_MILLISECONDS = 20_000;
/** Milliseconds without renewal until a lock whose owner is known to be gone counts as stale: the minimum that the library allows. */
const GONE_OWNER_LOCK_MILLISECONDS = 2_000;
const LOCK_RETRY_MILLISECONDS = 500;

const LockOwner = v.object({ process: v.number(), machine: v.string() });
type LockOwner = v.InferOutput<typeof LockOwner>;

/** Folders whose locks this process holds. An owner with this process's id may also be an earlier process, because containers reuse ids. */
const foldersLockedByThisProcess = new Set<string>();

/**
 * Locks a folder and resolves to a function that releases the lock. Throws a DatabaseRefusal while another process holds it.
 * The owner renews the lock's time; a file beside the lock names the owner, so that nobody has to wait long for the lock of a
 * killed process.
 */
export async function lockStoreFolder(folder: string): Promise<() => Promise<void>> {
	const deadline = Date.now() + STALE_LOCK_MILLISECONDS + LOCK_RETRY_MILLISECONDS;
	for (;;) {
		const owner = await readLockOwner(folder);
		const ownerState = owner === undefined ? 'unknown' : await findLockOwnerState(folder, owner);
		if (ownerState === 'alive') throw createLockedRefusal(folder, owner);
		if (await takeLock(folder, ownerState === 'gone' ? GONE_OWNER_LOCK_MILLISECONDS : STALE_LOCK_MILLISECONDS)) break;
		if (Date.now() > deadline) throw createLockedRefusal(folder, owner);
		await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MILLISECONDS));
	}
	foldersLockedByThisProcess.add(folder);
	await writeFile(
		ownerFilePath(folder),
		JSON.stringify({ process: process.pid, machine: hostname() } satisfies LockOwner)
	);
	return async () => {
		foldersLockedByThisProcess.delete(folder);
		await rm(ownerFilePath(folder), { force: true });
		await unlock(folder, { realpath: false, lockfilePath: lockPathOf(folder) });
	};
}

async function takeLock(folder: string, staleMilliseconds: number): Promise<boolean> {
	try {
		await lock(folder, {
			realpath: false,
			lockfilePath: lockPathOf(folder),
			stale: staleMilliseconds,
			onCompromised: exitProcessAtOnce
		});
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return false;
		throw error;
	}
}

/** Ends this process when its lock was taken away: another process may be writing already, so no further statement may run. */
function exitProcessAtOnce(): never {
	console.error('The lock on the database was taken away from this process: it ends without writing any more.');
	process.exit(1);
}

async function readLockOwner(folder: string): Promise<LockOwner | undefined> {
	try {
		return v.parse(LockOwner, JSON.parse(await readFile(ownerFilePath(folder), 'utf8')));
	} catch {
		return undefined;
	}
}

async function findLockOwnerState(folder: string, owner: LockOwner): Promise<'alive' | 'gone' | 'unknown'> {
	if (owner.machine !== hostname()) return 'unknown';
	if (owner.process === process.pid) return foldersLockedByThisProcess.has(folder) ? 'alive' : 'gone';
	if (!isProcessAlive(owner.process)) return 'gone';
	// After a restart of the machine, another program may have the owner's process id, so a living process proves nothing.
	const isFresh = await check(folder, {
		realpath: false,
		lockfilePath: lockPathOf(folder),
		stale: STALE_LOCK_MILLISECONDS
	});
	return isFresh || (await isStoreOwnerRunning(folder)) ? 'alive' : 'gone';
}

const lockPathOf = (folder: string) => `${folder}.lock`;
const ownerFilePath = (folder: string) => `${folder}.owner`;

function createLockedRefusal(folder: string, owner: LockOwner | undefined): DatabaseRefusal {
	const ownerName = owner === undefined ? 'Another process' : `Process ${owner.process} on ${owner.machine}`;
	return new DatabaseRefusal(
		`${ownerName} has the database in ${folder} open, and only one may. Stop it first, or give this one a folder of its own with DATA_FOLDER.`
	);
}
