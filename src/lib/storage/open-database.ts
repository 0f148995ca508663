/** Opens a database of this browser, and gives up when the browser does not answer. */
import { openDB, type IDBPDatabase } from 'idb';

/**
 * Milliseconds to wait for the database to open. A browser that does not answer must not keep a program from running, or versions from
 * being sent.
 */
const OPEN_LIMIT_MS = 10_000;

/** Opens a database whose format has not changed since its first version. Rejects when the browser does not answer. */
export async function openDatabase<Schema = unknown>(
	name: string,
	createStores: (made: IDBPDatabase<Schema>) => void
): Promise<IDBPDatabase<Schema>> {
	const opening = openDB<Schema>(name, 1, { upgrade: (made) => createStores(made) });
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
