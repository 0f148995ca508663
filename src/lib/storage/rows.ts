/** The interface of a place for rows, which are returned as `unknown` for callers to parse. */
export const STORES = ['works', 'versions', 'drafts', 'running', 'aside', 'outbox', 'leases'] as const;
export type Store = (typeof STORES)[number];

export const KEYS: Record<Store, string> = {
	works: 'id',
	versions: 'id',
	drafts: 'branch',
	running: 'work',
	aside: 'id',
	outbox: 'work',
	leases: 'name'
};

export interface Access {
	get(store: Store, key: string): Promise<unknown>;
	all(store: Store): Promise<unknown[]>;
	/** Rows whose field `work` has this value. */
	of(store: 'versions' | 'drafts', work: string): Promise<unknown[]>;
	put(store: Store, row: object): Promise<void>;
	remove(store: Store, key: string): Promise<void>;
}

export interface Rows {
	/** Runs atomically. The body may await only row operations: IndexedDB ends a transaction during any other wait. */
	transact<T>(mode: 'readonly' | 'readwrite', body: (access: Access) => Promise<T>): Promise<T>;
	close(): void;
}
