/** Opens the database in which this browser keeps a person's own files. */
import type { IDBPDatabase } from 'idb';
import { hasAccountDeparted } from './departed-accounts.ts';
import { openDatabase } from './open-database.ts';
import { databaseNameOf } from './open.ts';

/** Store of the bytes, by hash. */
export const FILES_STORE = 'files';
/** Store of the pairs of work and file that the server is known to have. */
export const SENT_STORE = 'sent';

export const ownFilesDatabaseName = (account: string | null): string => `${databaseNameOf(account)}.files`;

export async function withFilesDatabase<T>(
	account: string | null,
	action: (database: IDBPDatabase) => Promise<T>
): Promise<T> {
	if (account !== null && hasAccountDeparted(account)) throw new Error('Its owner has left this computer.');
	const database = await openFilesDatabase(ownFilesDatabaseName(account));
	try {
		return await action(database);
	} finally {
		database.close();
	}
}

function openFilesDatabase(name: string): Promise<IDBPDatabase> {
	return openDatabase(name, (made) => {
		made.createObjectStore(FILES_STORE, { keyPath: 'sha256' });
		made.createObjectStore(SENT_STORE, { keyPath: ['work', 'sha256'] });
	});
}
