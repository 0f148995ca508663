/** Stores rows in IndexedDB; its exclusive readwrite transactions replace navigator.locks, absent on plain http. */
import { openDB, type IDBPDatabase } from 'idb';
import { storageFailureOf, StorageError, type StorageFailure } from './failure.ts';
import { KEY_FIELD_BY_STORE, STORE_NAMES, type RowAccess, type RowStore, type StoreName } from './rows.ts';

const DEFAULT_DATABASE_NAME = 'braise';
const DATABASE_SCHEMA_VERSION = 2;

/** A browser that does not answer must not keep the lesson from opening; a slow machine can take several seconds. */
const DATABASE_OPENING_LIMIT_MS = 10_000;

export interface IndexedDbOptions {
	name?: string;
	durability?: 'strict' | 'relaxed';
	/** Tells whether the database's owner has left this computer: a late request must not create the database again. */
	hasOwnerLeft?: () => boolean;
}

/** Upgrades the schema, one step per version. A released step must never change, because browsers have run it. */
function upgradeSchema(database: IDBPDatabase, fromVersion: number): void {
	const createStores = (...stores: StoreName[]) =>
		stores.forEach((store) => database.createObjectStore(store, { keyPath: KEY_FIELD_BY_STORE[store] }));
	if (fromVersion < 1) createStores('works', 'versions', 'drafts', 'running', 'aside');
	if (fromVersion < 2) createStores('outbox', 'leases');
}

function addIndexes(
	fromVersion: number,
	storeByName: (name: 'versions' | 'drafts') => { createIndex(name: string, path: string): unknown }
) {
	if (fromVersion < 1)
		for (const name of ['versions', 'drafts'] as const) storeByName(name).createIndex('work', 'work');
}

export async function openIndexedDbRows(options: IndexedDbOptions = {}): Promise<RowStore> {
	if (typeof indexedDB === 'undefined') throw new StorageError('absent', 'There is no indexedDB');
	let database: IDBPDatabase | undefined;
	/**
	 * Why the connection was lost. `closed`: the next transaction reconnects. `newer`: another tab has upgraded the schema, so the
	 * page needs a reload.
	 */
	let lossReason: 'closed' | 'newer' | undefined;

	async function connectDatabase(): Promise<IDBPDatabase> {
		if (options.hasOwnerLeft?.()) throw new StorageError('absent', 'Its owner has left this computer');
		let hasGivenUp = false;
		const opening = openDB(options.name ?? DEFAULT_DATABASE_NAME, DATABASE_SCHEMA_VERSION, {
			upgrade(upgraded, from, _to, transaction) {
				upgradeSchema(upgraded, from);
				addIndexes(from, (name) => transaction.objectStore(name));
			},
			blocked: () => rejectOpening(new StorageError('blocked', 'Another tab holds an older schema')),
			blocking() {
				lossReason = 'newer';
				database?.close();
			},
			terminated() {
				lossReason = 'closed';
			}
		});
		let rejectOpening!: (error: Error) => void;
		const refusal = new Promise<never>((_, reject) => (rejectOpening = reject));
		const openTimer = setTimeout(
			() => rejectOpening(new StorageError('silent', 'indexedDB did not answer')),
			DATABASE_OPENING_LIMIT_MS
		);
		opening.then((late) => hasGivenUp && late.close()).catch(() => undefined);
		try {
			return await Promise.race([opening, refusal]);
		} catch (error) {
			hasGivenUp = true;
			throw error;
		} finally {
			clearTimeout(openTimer);
		}
	}

	async function currentConnection(): Promise<IDBPDatabase> {
		if (lossReason === 'newer') throw new StorageError('newer', 'A newer version of the app asked for the database');
		if (!database || lossReason) {
			database = await connectDatabase();
			lossReason = undefined;
		}
		return database;
	}

	async function beginTransaction(mode: 'readonly' | 'readwrite') {
		const startTransaction = (openDatabase: IDBPDatabase) =>
			openDatabase.transaction([...STORE_NAMES], mode, { durability: options.durability ?? 'relaxed' });
		try {
			return startTransaction(await currentConnection());
		} catch (error) {
			if (error instanceof StorageError) throw error;
			// The browser closed the connection without an event, as when site data were cleared.
			lossReason = 'closed';
			return startTransaction(await currentConnection());
		}
	}

	database = await connectDatabase();
	return {
		async transact(mode, body) {
			const transaction = await beginTransaction(mode);
			const openWritableStore = (store: (typeof STORE_NAMES)[number]) => {
				const objectStore = transaction.objectStore(store);
				if (!objectStore.put || !objectStore.delete)
					throw new StorageError('unknown', 'Writing in a readonly transaction');
				return { put: objectStore.put.bind(objectStore), delete: objectStore.delete.bind(objectStore) };
			};
			const access: RowAccess = {
				get: (store, key) => transaction.objectStore(store).get(key),
				getAll: (store) => transaction.objectStore(store).getAll(),
				getRowsOfWork: (store, work) => transaction.objectStore(store).index('work').getAll(work),
				put: async (store, row) => void (await openWritableStore(store).put(row)),
				remove: (store, key) => openWritableStore(store).delete(key)
			};
			// Await the body and the transaction's end: on a full disk the requests succeed, but the end fails.
			const transactionEnd = transaction.done.then(
				() => ({ ended: true as const }),
				(error: unknown) => ({ ended: false as const, error: error ?? transaction.error })
			);
			try {
				const result = await body(access);
				if (mode === 'readwrite') transaction.commit();
				const transactionResult = await transactionEnd;
				if (!transactionResult.ended) throw transactionResult.error;
				return result;
			} catch (error) {
				abortTransaction(transaction);
				const transactionResult = await transactionEnd;
				throw transactionResult.ended || error instanceof StorageError ? error : (transactionResult.error ?? error);
			}
		},
		close: () => database?.close()
	};
}

function abortTransaction(transaction: { abort(): void }): void {
	try {
		transaction.abort();
	} catch {
		// Aborting fails when the transaction has already ended.
	}
}

export function toStorageFailure(error: unknown): StorageFailure {
	const failure = storageFailureOf(error);
	return failure.reason === 'unknown' || failure.reason === 'closed' ? { ...failure, reason: 'refused' } : failure;
}
