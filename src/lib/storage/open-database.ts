import { openDB, type IDBPDatabase } from 'idb';
import { hasAccountDeparted } from './person.ts';

/** A browser that does not answer must not keep a program from running, or versions from being sent. */
const DATABASE_OPENING_LIMIT_MS = 10_000;

/**
 * Runs an action on an account's database, whose format has not changed since its first version, and closes it. Rejects when the browser
 * does not answer, and when the account has left this computer.
 */
export async function withDatabase<Result, Schema = unknown>(
	account: string | null,
	name: string,
	createStores: (made: IDBPDatabase<Schema>) => void,
	action: (database: IDBPDatabase<Schema>) => Promise<Result>
): Promise<Result> {
	if (account !== null && hasAccountDeparted(account)) throw new Error('Its owner has left this computer.');
	const database = await openDatabase(name, createStores);
	try {
		return await action(database);
	} finally {
		database.close();
	}
}

async function openDatabase<Schema>(
	name: string,
	createStores: (made: IDBPDatabase<Schema>) => void
): Promise<IDBPDatabase<Schema>> {
	const opening = openDB<Schema>(name, 1, { upgrade: (made) => createStores(made) });
	let timer: ReturnType<typeof setTimeout> | undefined;
	const refusal = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			opening.then((late) => late.close()).catch(() => undefined);
			reject(new Error('indexedDB did not answer.'));
		}, DATABASE_OPENING_LIMIT_MS);
	});
	try {
		return await Promise.race([opening, refusal]);
	} finally {
		clearTimeout(timer);
	}
}
