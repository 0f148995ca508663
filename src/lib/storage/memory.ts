/** Rows that last as long as the tab, for browsers that refuse to store any. */
import { KEYS, STORES, type Access, type Rows, type Store } from './rows.ts';

type Tables = Record<Store, Map<string, unknown>>;

function field(row: unknown, name: string): unknown {
	return typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[name] : undefined;
}

const shared = new Map<string, Rows>();

/** Returns the same rows for a name within this tab, so the sender finds works made at the workbench. */
export function memoryOf(name: string): Rows {
	const rows = shared.get(name) ?? memoryRows();
	shared.set(name, rows);
	return rows;
}

export const forgetMemory = (name: string): boolean => shared.delete(name);

export function memoryRows(): Rows {
	let tables = Object.fromEntries(STORES.map((store) => [store, new Map<string, unknown>()])) as Tables;
	let last: Promise<unknown> = Promise.resolve();

	async function one<T>(body: (access: Access) => Promise<T>): Promise<T> {
		const copy = Object.fromEntries(STORES.map((store) => [store, new Map(tables[store])])) as Tables;
		const result = await body({
			get: async (store, key) => structuredClone(copy[store].get(key)),
			all: async (store) => structuredClone([...copy[store].values()]),
			of: async (store, work) =>
				structuredClone([...copy[store].values()].filter((row) => field(row, 'work') === work)),
			put: async (store, row) => void copy[store].set(String(field(row, KEYS[store])), structuredClone(row)),
			remove: async (store, key) => void copy[store].delete(key)
		});
		tables = copy;
		return result;
	}

	return {
		transact(_mode, body) {
			const result = last.then(() => one(body));
			last = result.catch(() => undefined);
			return result;
		},
		close: () => undefined
	};
}
