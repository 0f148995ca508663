/** Rows in IndexedDB, without navigator.locks, which plain http lacks: a readwrite transaction is exclusive. */
import { openDB, type IDBPDatabase } from 'idb';
import { failureOf, StorageError, type Failed } from './failure.ts';
import { KEYS, STORES, type Access, type Rows, type Store } from './rows.ts';

const NAME = 'braise';
const SCHEMA = 2;

/** Milliseconds to open. A blocking tab or an unresponsive browser must not keep the lesson from opening. */
const OPEN_LIMIT = 4000;

export interface IndexedDbOptions {
	name?: string;
	durability?: 'strict' | 'relaxed';
}

/** Each step upgrades the schema before it. Never change a released step. */
function upgrade(database: IDBPDatabase, from: number): void {
	const add = (...stores: Store[]) =>
		stores.forEach((store) => database.createObjectStore(store, { keyPath: KEYS[store] }));
	if (from < 1) add('works', 'versions', 'drafts', 'running', 'aside');
	if (from < 2) add('outbox', 'leases');
}

function addIndexes(
	from: number,
	store: (name: 'versions' | 'drafts') => { createIndex(name: string, path: string): unknown }
) {
	if (from < 1) for (const name of ['versions', 'drafts'] as const) store(name).createIndex('work', 'work');
}

export async function indexedDbRows(options: IndexedDbOptions = {}): Promise<Rows> {
	if (typeof indexedDB === 'undefined') throw new StorageError('absent', 'There is no indexedDB');
	let database: IDBPDatabase | undefined;
	/** Why the connection was lost. `closed` reconnects at the next transaction; `newer` needs a reload. */
	let lost: 'closed' | 'newer' | undefined;

	async function connect(): Promise<IDBPDatabase> {
		let gaveUp = false;
		const opening = openDB(options.name ?? NAME, SCHEMA, {
			upgrade(upgraded, from, _to, transaction) {
				upgrade(upgraded, from);
				addIndexes(from, (name) => transaction.objectStore(name));
			},
			blocked: () => refuse(new StorageError('blocked', 'Another tab holds an older schema')),
			blocking() {
				lost = 'newer';
				database?.close();
			},
			terminated() {
				lost = 'closed';
			}
		});
		let refuse!: (error: Error) => void;
		const refusal = new Promise<never>((_, reject) => (refuse = reject));
		const limit = setTimeout(() => refuse(new StorageError('blocked', 'indexedDB did not answer')), OPEN_LIMIT);
		opening.then((late) => gaveUp && late.close()).catch(() => undefined);
		try {
			return await Promise.race([opening, refusal]);
		} catch (error) {
			gaveUp = true;
			throw error;
		} finally {
			clearTimeout(limit);
		}
	}

	async function connection(): Promise<IDBPDatabase> {
		if (lost === 'newer') throw new StorageError('newer', 'A newer version of the app asked for the database');
		if (!database || lost) {
			database = await connect();
			lost = undefined;
		}
		return database;
	}

	async function begin(mode: 'readonly' | 'readwrite') {
		const start = (open: IDBPDatabase) =>
			open.transaction([...STORES], mode, { durability: options.durability ?? 'relaxed' });
		try {
			return start(await connection());
		} catch (error) {
			if (error instanceof StorageError) throw error;
			// The browser closed the connection without an event, for example when site data was cleared.
			lost = 'closed';
			return start(await connection());
		}
	}

	database = await connect();
	return {
		async transact(mode, body) {
			const transaction = await begin(mode);
			const writable = (store: (typeof STORES)[number]) => {
				const target = transaction.objectStore(store);
				if (!target.put || !target.delete) throw new StorageError('unknown', 'Writing in a readonly transaction');
				return { put: target.put.bind(target), delete: target.delete.bind(target) };
			};
			const access: Access = {
				get: (store, key) => transaction.objectStore(store).get(key),
				all: (store) => transaction.objectStore(store).getAll(),
				of: (store, work) => transaction.objectStore(store).index('work').getAll(work),
				put: async (store, row) => void (await writable(store).put(row)),
				remove: (store, key) => writable(store).delete(key)
			};
			// Both are awaited: a full disk fails the transaction's end, not the request.
			const done = transaction.done.then(
				() => ({ ended: true as const }),
				(error: unknown) => ({ ended: false as const, error: error ?? transaction.error })
			);
			try {
				const result = await body(access);
				if (mode === 'readwrite') transaction.commit();
				const end = await done;
				if (!end.ended) throw end.error;
				return result;
			} catch (error) {
				abort(transaction);
				const end = await done;
				throw end.ended || error instanceof StorageError ? error : (end.error ?? error);
			}
		},
		close: () => database?.close()
	};
}

function abort(transaction: { abort(): void }): void {
	try {
		transaction.abort();
	} catch {
		// The transaction has already ended.
	}
}

export function refusalOf(error: unknown): Failed {
	const failure = failureOf(error);
	return failure.reason === 'unknown' || failure.reason === 'closed' ? { ...failure, reason: 'refused' } : failure;
}
