/** Keeps the bytes of projects' own files in this browser, each once, for all versions and works. */
import * as v from 'valibot';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { sha256Schema } from '#lib/domain/own-file/own-file.ts';
import type { RemovedWork, WorkStorage } from './storage.ts';
import type { IDBPDatabase } from 'idb';
import { withDatabase } from './open-database.ts';
import { worksDatabaseName } from './open.ts';

const OWN_FILES_STORE = 'files';
/** Name of the store that holds the pairs of work and file that the server is known to have. */
const SENT_FILES_STORE = 'sent';

export const ownFilesDatabaseName = (account: string | null): string => `${worksDatabaseName(account)}.files`;

const withOwnFilesDatabase = <T>(account: string | null, action: (database: IDBPDatabase) => Promise<T>): Promise<T> =>
	withDatabase(account, ownFilesDatabaseName(account), createOwnFileStores, action);

function createOwnFileStores(made: IDBPDatabase): void {
	made.createObjectStore(OWN_FILES_STORE, { keyPath: 'sha256' });
	made.createObjectStore(SENT_FILES_STORE, { keyPath: ['work', 'sha256'] });
}

/**
 * Erases own files that no version names. When a work cannot be read, nothing is erased, since that work may name any of them.
 */
export async function eraseUnreferencedOwnFiles(storage: WorkStorage): Promise<void> {
	// Storage in memory holds only this page's works: works in the database, which could not be opened, may name other own files.
	if (storage.persistence.kind === 'memory') return;
	const listResult = await storage.listWorks({ kind: 'project' });
	if (listResult.kind === 'failed' || listResult.unreadable > 0) return;
	const usedHashes = new Set<string>();
	for (const { work } of listResult.works) {
		const rows = await storage.readRowsOfWork(work.id);
		if (rows.kind === 'failed') return;
		for (const sha256 of fileHashesInRows(rows)) usedHashes.add(sha256);
	}
	await removeUnusedOwnFiles(storage.account, usedHashes);
}

const HASH_PATTERN = /\b[0-9a-f]{64}\b/g;

/** A file stays after the last version that named it: a removal can be undone, and an import may be under way. */
const UNUSED_FILE_KEPT_MILLISECONDS = 86_400_000;

const fileRowSchema = v.object({
	sha256: sha256Schema,
	bytes: v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
	/** When the file was stored, or last found in a version, in milliseconds since 1970. */
	keptAt: v.number()
});
type FileRow = v.InferOutput<typeof fileRowSchema>;

/** Bytes of own files in a browser that refuses storage; they last until the tab closes. */
const fileBytesInTabByKey = new Map<string, Uint8Array<ArrayBuffer>>();
const ownFileKeyInTab = (account: string | null, sha256: string) => `${account ?? ''} ${sha256}`;
/** Pairs of work and own file that a browser which refuses storage has sent to the server. */
const sentFileKeysInTab = new Set<string>();
const sentFileKey = (account: string, workId: string, sha256: string) => `${account} ${workId} ${sha256}`;

/** Stores the bytes of an own file. Resolves to whether they outlast this tab. */
export async function storeOwnFile(
	account: string | null,
	sha256: string,
	bytes: Uint8Array<ArrayBuffer>
): Promise<boolean> {
	try {
		const row: FileRow = { sha256, bytes, keptAt: Date.now() };
		await withOwnFilesDatabase(account, (database) => database.put(OWN_FILES_STORE, row));
		return true;
	} catch {
		fileBytesInTabByKey.set(ownFileKeyInTab(account, sha256), bytes);
		return false;
	}
}

export function forgetOwnFilesInTab(account: string): void {
	for (const key of fileBytesInTabByKey.keys())
		if (key.startsWith(ownFileKeyInTab(account, ''))) fileBytesInTabByKey.delete(key);
}

export async function readOwnFile(
	account: string | null,
	sha256: string
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const row = await withOwnFilesDatabase(
		account,
		(database) => database.get(OWN_FILES_STORE, sha256) as Promise<unknown>
	).catch(() => undefined);
	return parseWithSchema(fileRowSchema, row)?.bytes ?? fileBytesInTabByKey.get(ownFileKeyInTab(account, sha256));
}

/** Searches the rows as text, because versions that only a newer page can read name own files too. */
export const fileHashesInRows = (rows: RemovedWork): ReadonlySet<string> =>
	new Set(JSON.stringify(rows).match(HASH_PATTERN));

export async function fileHashesInBrowser(account: string): Promise<ReadonlySet<string>> {
	const keys = await withOwnFilesDatabase(account, (database) => database.getAllKeys(OWN_FILES_STORE)).catch(() => []);
	const keyPrefix = ownFileKeyInTab(account, '');
	const hashesInTab = [...fileBytesInTabByKey.keys()]
		.filter((key) => key.startsWith(keyPrefix))
		.map((key) => key.slice(keyPrefix.length));
	return new Set([...keys.map(String), ...hashesInTab]);
}

export async function findUnsentFileHashes(account: string, workId: string, hashes: string[]): Promise<string[]> {
	if (hashes.length === 0) return [];
	const keys = await withOwnFilesDatabase(account, (database) => database.getAllKeys(SENT_FILES_STORE)).catch(() => []);
	const sentHashes = new Set(keys.flatMap((key) => (Array.isArray(key) && key[0] === workId ? [String(key[1])] : [])));
	return hashes.filter(
		(sha256) => !sentHashes.has(sha256) && !sentFileKeysInTab.has(sentFileKey(account, workId, sha256))
	);
}

export async function markOwnFileSent(account: string, workId: string, sha256: string): Promise<void> {
	await withOwnFilesDatabase(account, (database) => database.put(SENT_FILES_STORE, { work: workId, sha256 })).catch(
		() => sentFileKeysInTab.add(sentFileKey(account, workId, sha256))
	);
}

/** Forgets that the server has the own files of a work, so that they are sent again. Called when the server has lost the work as it was. */
export async function forgetSentFiles(account: string, workId: string): Promise<void> {
	for (const key of sentFileKeysInTab) if (key.startsWith(`${account} ${workId} `)) sentFileKeysInTab.delete(key);
	await withOwnFilesDatabase(account, (database) =>
		database.delete(SENT_FILES_STORE, IDBKeyRange.bound([workId], [workId, []]))
	).catch(() => undefined);
}

/** The server removes own files that no version names, so they must be sent again when a version names them. */
export async function forgetSentFilesExcept(account: string, workId: string, keptHashes: string[]): Promise<void> {
	const isOtherFile = (sha256: string) => !keptHashes.includes(sha256);
	const keyPrefix = sentFileKey(account, workId, '');
	for (const key of sentFileKeysInTab)
		if (key.startsWith(keyPrefix) && isOtherFile(key.slice(keyPrefix.length))) sentFileKeysInTab.delete(key);
	await withOwnFilesDatabase(account, async (database) => {
		for (const key of await database.getAllKeys(SENT_FILES_STORE, IDBKeyRange.bound([workId], [workId, []])))
			if (Array.isArray(key) && isOtherFile(String(key[1]))) await database.delete(SENT_FILES_STORE, key);
	}).catch(() => undefined);
}

/** Erases own files whose hash is not in `usedHashes`, except those that were stored or named within the last day. */
export async function removeUnusedOwnFiles(account: string | null, usedHashes: ReadonlySet<string>): Promise<void> {
	await withOwnFilesDatabase(account, async (database) => {
		for (const key of await database.getAllKeys(OWN_FILES_STORE)) {
			const row = parseWithSchema(fileRowSchema, await database.get(OWN_FILES_STORE, key));
			if (!row) continue;
			const age = Date.now() - row.keptAt;
			if (!usedHashes.has(row.sha256)) {
				if (age > UNUSED_FILE_KEPT_MILLISECONDS) await database.delete(OWN_FILES_STORE, key);
			} else if (age > UNUSED_FILE_KEPT_MILLISECONDS / 2) {
				// On a full disk this write fails, which must not keep unused own files from being erased.
				await database.put(OWN_FILES_STORE, { ...row, keptAt: Date.now() }).catch(() => undefined);
			}
		}
	}).catch(() => undefined);
}

/**
 * Copies own files from one person's store into another's, before the works that name them move there. Resolves to false when one cannot be
 * stored.
 */
export async function copyOwnFiles(
	fromAccount: string | null,
	to: string | null,
	hashes: Iterable<string>
): Promise<boolean> {
	for (const sha256 of hashes) {
		const bytes = await readOwnFile(fromAccount, sha256);
		if (bytes !== undefined && !(await storeOwnFile(to, sha256, bytes))) return false;
	}
	return true;
}
