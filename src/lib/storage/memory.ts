import { KEY_FIELD_BY_STORE, STORE_NAMES, type RowAccess, type RowStore, type StoreName } from './rows.ts';

type MemoryRowsByStore = Record<StoreName, Map<string, unknown>>;

function readField(row: unknown, name: string): unknown {
	return typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[name] : undefined;
}

const rowStoreByName = new Map<string, RowStore>();

/** Returns the same rows for the same name within this tab, so that the sender finds works made in the workbench. */
export function openSharedMemoryRows(name: string): RowStore {
	const rowStore = rowStoreByName.get(name) ?? createMemoryRows();
	rowStoreByName.set(name, rowStore);
	return rowStore;
}

export const forgetMemoryRows = (name: string): boolean => rowStoreByName.delete(name);

export function createMemoryRows(): RowStore {
	let tables = Object.fromEntries(STORE_NAMES.map((store) => [store, new Map<string, unknown>()])) as MemoryRowsByStore;
	let lastTransaction: Promise<unknown> = Promise.resolve();

	async function runTransaction<T>(body: (access: RowAccess) => Promise<T>): Promise<T> {
		const changedTables = Object.fromEntries(
			STORE_NAMES.map((store) => [store, new Map(tables[store])])
		) as MemoryRowsByStore;
		const result = await body({
			get: async (store, key) => structuredClone(changedTables[store].get(key)),
			getAll: async (store) => structuredClone([...changedTables[store].values()]),
			getRowsOfWork: async (store, work) =>
				structuredClone([...changedTables[store].values()].filter((row) => readField(row, 'work') === work)),
			put: async (store, row) =>
				void changedTables[store].set(String(readField(row, KEY_FIELD_BY_STORE[store])), structuredClone(row)),
			remove: async (store, key) => void changedTables[store].delete(key)
		});
		tables = changedTables;
		return result;
	}

	return {
		transact(_mode, body) {
			const transactionResult = lastTransaction.then(() => runTransaction(body));
			lastTransaction = transactionResult.catch(() => undefined);
			return transactionResult;
		},
		close: () => undefined
	};
}
