/** Opens the database in which this browser keeps a person's own files. */
import type { IDBPDatabase } from 'idb';
import { withDatabase } from './open-database.ts';
import { databaseNameOf } from './open.ts';

/** Name of the store that holds files' bytes, by hash. */
export const FILES_STORE = 'files';
/** Name of the store that holds the pairs of work and file that the server is known to have. */
export const SENT_STORE = 'sent';

export const ownFilesDatabaseName = (account: string | null): string => `${databaseNameOf(account)}.files`;

export const withFilesDatabase = <T>(
	account: string | null,
	action: (database: IDBPDatabase) => Promise<T>
): Promise<T> => withDatabase(account, ownFilesDatabaseName(account), createStores, action);

function createStores(made: IDBPDatabase): void {
	made.createObjectStore(FILES_STORE, { keyPath: 'sha256' });
	made.createObjectStore(SENT_STORE, { keyPath: ['work', 'sha256'] });
}
