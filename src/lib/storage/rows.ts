/** What storage needs of a place for rows. Rows come out as `unknown`: whoever reads them parses them. */
export const STORES = ['works', 'versions', 'drafts', 'running', 'aside', 'outbox', 'leases'] as const;
export type Store = (typeof STORES)[number];

/** The field that names a row in its store. */
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
	/** Rows whose field `work` is this one. */
	of(store: 'versions' | 'drafts', work: string): Promise<unknown[]>;
	put(store: Store, row: object): Promise<void>;
	remove(store: Store, key: string): Promise<void>;
}

export interface Rows {
	/** All or nothing. The body may only wait for the rows: a transaction does not survive other waiting. */
	transact<T>(mode: 'readonly' | 'readwrite', body: (access: Access) => Promise<T>): Promise<T>;
	close(): void;
}
