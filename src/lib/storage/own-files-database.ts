/** Opens the database in which this browser keeps a person's own files. */
import type { IDBPDatabase } from 'idb';
import { withDatabase } from './open-database.ts';
import { worksDatabaseName } from './open.ts';

/** Name of the store that holds files' bytes, by hash. */
export const OWN_FILES_STORE = 'files';
/** Name of the store that holds the pairs of work and file that the server is known to have. */
export const SENT_FILES_STORE = 'sent';

export const ownFilesDatabaseName = (account: string | null): string => `${worksDatabaseName(account)}.files`;

export const withOwnFilesDatabase = <T>(
	account: string | null,
	action: (database: IDBPDatabase) => Promise<T>
): Promise<T> => withDatabase(account, ownFilesDatabaseName(account), createOwnFileStores, action);

function createOwnFileStores(made: IDBPDatabase): void {
	made.createObjectStore(OWN_FILES_STORE, { keyPath: 'sha256' });
	made.createObjectStore(SENT_FILES_STORE, { keyPath: ['work', 'sha256'] });
}
