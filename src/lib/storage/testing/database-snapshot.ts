/** A browser database as some version of Braise left it, accessed without app code. */
export interface DatabaseSnapshot {
	name: string;
	version: number;
	stores: { name: string; keyPath: string; indexes: string[]; rows: object[] }[];
}

/**
 * Creates a database as the version did that wrote it. Must not refer to code outside this function, since tests run the function in pages.
 */
export async function putDatabase({ name, version, stores }: DatabaseSnapshot): Promise<void> {
	const opening = indexedDB.open(name, version);
	opening.onupgradeneeded = () => {
		for (const { name: each, keyPath, indexes, rows } of stores) {
			const store = opening.result.createObjectStore(each, { keyPath });
			for (const index of indexes) store.createIndex(index, index);
			for (const row of rows) store.put(row);
		}
	};
	await new Promise<void>((resolve, reject) => {
		opening.onsuccess = () => resolve(opening.result.close());
		opening.onerror = () => reject(opening.error ?? new Error('refused'));
	});
}

/** Returns every database of Braise in this browser. Must not refer to code outside this function, since tests run it in pages. */
export async function snapshotDatabases(): Promise<DatabaseSnapshot[]> {
	const resultOf = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('refused'));
		});
	const snapshots: DatabaseSnapshot[] = [];
	for (const { name = '' } of await indexedDB.databases()) {
		if (!name.startsWith('braise')) continue;
		const database = await resultOf(indexedDB.open(name));
		const names = [...database.objectStoreNames];
		const transaction = database.transaction(names);
		const stores: DatabaseSnapshot['stores'] = [];
		for (const each of names) {
			const store = transaction.objectStore(each);
			const rows = (await resultOf(store.getAll())) as object[];
			stores.push({ name: each, keyPath: String(store.keyPath), indexes: [...store.indexNames], rows });
		}
		snapshots.push({ name, version: database.version, stores });
		database.close();
	}
	return snapshots;
}
