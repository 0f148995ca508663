/** Keeps rows in memory until the tab closes, for browsers that refuse to store any. */
import { KEY_FIELDS, STORE_NAMES, type RowAccess, type RowStore, type StoreName } from './rows.ts';

type Tables = Record<StoreName, Map<string, unknown>>;

function fieldOf(row: unknown, name: string): unknown {
	return typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[name] : undefined;
}

const rowsByName = new Map<string, RowStore>();

/** Returns the same rows for the same name within this tab, so that the sender finds works made in the workbench. */
export function openSharedMemoryRows(name: string): RowStore {
	const rows = rowsByName.get(name) ?? createMemoryRows();
	rowsByName.set(name, rows);
	return rows;
}

export const forgetMemoryRows = (name: string): boolean => rowsByName.delete(name);

export function createMemoryRows(): RowStore {
	let tables = Object.fromEntries(STORE_NAMES.map((store) => [store, new Map<string, unknown>()])) as Tables;
	let lastTransaction: Promise<unknown> = Promise.resolve();

	async function runTransaction<T>(body: (access: RowAccess) => Promise<T>): Promise<T> {
		const copy = Object.fromEntries(STORE_NAMES.map((store) => [store, new Map(tables[store])])) as Tables;
		const result = await body({
			get: async (store, key) => structuredClone(copy[store].get(key)),
			all: async (store) => structuredClone([...copy[store].values()]),
			of: async (store, work) =>
				structuredClone([...copy[store].values()].filter((row) => fieldOf(row, 'work') === work)),
			put: async (store, row) => void copy[store].set(String(fieldOf(row, KEY_FIELDS[store])), structuredClone(row)),
			remove: async (store, key) => void copy[store].delete(key)
		});
		tables = copy;
		return result;
	}

	return {
		transact(_mode, body) {
			const result = lastTransaction.then(() => runTransaction(body));
			lastTransaction = result.catch(() => undefined);
			return result;
		},
		close: () => undefined
	};
}
