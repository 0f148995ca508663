/** Defines a store of rows, which it returns as `unknown` for callers to parse. */
export const STORE_NAMES = ['works', 'versions', 'drafts', 'running', 'aside', 'outbox', 'leases'] as const;
export type StoreName = (typeof STORE_NAMES)[number];

export const KEY_FIELD_BY_STORE: Record<StoreName, string> = {
	works: 'id',
	versions: 'id',
	drafts: 'branch',
	running: 'work',
	aside: 'id',
	outbox: 'work',
	leases: 'name'
};

export interface RowAccess {
	get(store: StoreName, key: string): Promise<unknown>;
	getAll(store: StoreName): Promise<unknown[]>;
	/** Returns the rows whose field `work` has this value. */
	getRowsOfWork(store: 'versions' | 'drafts', workId: string): Promise<unknown[]>;
	put(store: StoreName, row: object): Promise<void>;
	remove(store: StoreName, key: string): Promise<void>;
}

export interface RowStore {
	/**
	 * Runs the body in one transaction: all its changes or none. The body may await only row operations, because IndexedDB ends a transaction
	 * during any other wait.
	 */
	transact<T>(mode: 'readonly' | 'readwrite', body: (access: RowAccess) => Promise<T>): Promise<T>;
	close(): void;
}
