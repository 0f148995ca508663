export interface DatabaseSnapshot {
	name: string;
	version: number;
	stores: { name: string; keyPath: string; indexes: string[]; rows: object[] }[];
}

/**
 * Creates a database as the version of Braise did that wrote it. Must not refer to code outside this function, since tests run
 * the function in pages.
 */
export async function createDatabaseFromSnapshot({ name, version, stores }: DatabaseSnapshot): Promise<void> {
	const openRequest = indexedDB.open(name, version);
	openRequest.onupgradeneeded = () => {
		for (const { name: storeName, keyPath, indexes, rows } of stores) {
			const store = openRequest.result.createObjectStore(storeName, { keyPath });
			for (const index of indexes) store.createIndex(index, index);
			for (const row of rows) store.put(row);
		}
	};
	await new Promise<void>((resolve, reject) => {
		openRequest.onsuccess = () => resolve(openRequest.result.close());
		openRequest.onerror = () => reject(openRequest.error ?? new Error('refused'));
	});
}

/** Returns every database of Braise in this browser. Must not refer to code outside this function, since tests run it in pages. */
export async function snapshotDatabases(): Promise<DatabaseSnapshot[]> {
	const waitForRequest = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('refused'));
		});
	const snapshots: DatabaseSnapshot[] = [];
	for (const { name = '' } of await indexedDB.databases()) {
		if (!name.startsWith('braise')) continue;
		const database = await waitForRequest(indexedDB.open(name));
		const storeNames = [...database.objectStoreNames];
		const transaction = database.transaction(storeNames);
		const stores: DatabaseSnapshot['stores'] = [];
		for (const storeName of storeNames) {
			const store = transaction.objectStore(storeName);
			const rows = (await waitForRequest(store.getAll())) as object[];
			stores.push({ name: storeName, keyPath: String(store.keyPath), indexes: [...store.indexNames], rows });
		}
		snapshots.push({ name, version: database.version, stores });
		database.close();
	}
	return snapshots;
}
