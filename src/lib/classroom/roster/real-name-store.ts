import { deleteDB, openDB } from 'idb';
import * as v from 'valibot';

/** Real names by class id, then by the key of the student's pseudonym. */
export type RealNamesByClass = Record<string, Record<string, string>>;

const namesByClassSchema = v.record(v.string(), v.record(v.string(), v.string()));
const realNameDatabaseName = (account: string): string => `braise.names.${account}`;

async function openNameDatabase(account: string) {
	return openDB(realNameDatabaseName(account), 1, { upgrade: (database) => void database.createObjectStore('names') });
}

/** Reads the real names of an account; an empty object when none are stored or the browser refuses storage. */
export async function readRealNames(account: string): Promise<RealNamesByClass> {
	try {
		const database = await openNameDatabase(account);
		const storedNames: unknown = await database.get('names', 'all');
		database.close();
		const parsedNames = v.safeParse(namesByClassSchema, storedNames);
		return parsedNames.success ? parsedNames.output : {};
	} catch {
		return {};
	}
}

/** Stores the real names of an account. Resolves to false when the browser refuses storage. */
export async function storeRealNames(account: string, names: RealNamesByClass): Promise<boolean> {
	try {
		const database = await openNameDatabase(account);
		await database.put('names', names, 'all');
		database.close();
		return true;
	} catch {
		return false;
	}
}

/** Deletes the real names of an account. Waits until other tabs have closed the account's database. */
export async function deleteRealNames(account: string): Promise<void> {
	await deleteDB(realNameDatabaseName(account));
}
