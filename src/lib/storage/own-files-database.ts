/** Opens the database in which this browser keeps a person's own files. */
import { openDB, type IDBPDatabase } from 'idb';
import { hasAccountDeparted } from './departed-accounts.ts';
import { databaseNameOf } from './open.ts';

/** Store of the bytes, by hash. */
export const FILES_STORE = 'files';
/** Store of the pairs of work and file that the server is known to have. */
export const SENT_STORE = 'sent';

/**
 * Milliseconds to wait for the database to open. A browser that does not answer must not keep a program from running, or versions from
 * being sent.
 */
const OPEN_LIMIT_MS = 10_000;

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

async function openFilesDatabase(name: string): Promise<IDBPDatabase> {
	const opening = openDB(name, 1, {
		upgrade(madeDatabase) {
			madeDatabase.createObjectStore(FILES_STORE, { keyPath: 'sha256' });
			madeDatabase.createObjectStore(SENT_STORE, { keyPath: ['work', 'sha256'] });
		}
	});
	let timer: ReturnType<typeof setTimeout> | undefined;
	const refusal = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			opening.then((late) => late.close()).catch(() => undefined);
			reject(new Error('indexedDB did not answer.'));
		}, OPEN_LIMIT_MS);
	});
	try {
		return await Promise.race([opening, refusal]);
	} finally {
		clearTimeout(timer);
	}
}
