/** Stores real names on this machine, if the teacher chooses, in a database for each account. */
import { deleteDB, openDB } from 'idb';
import * as v from 'valibot';

/** Real names by class, then by the key of the pseudonym. */
export type RealNamesByClass = Record<string, Record<string, string>>;

const namesByClassSchema = v.record(v.string(), v.record(v.string(), v.string()));
const nameOf = (account: string): string => `braise.names.${account}`;

async function openNameDatabase(account: string) {
	return openDB(nameOf(account), 1, { upgrade: (database) => void database.createObjectStore('names') });
}

/** Reads an account's names; an empty object when nothing is stored or the browser refuses storage. */
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

/** Stores an account's names. Resolves to false when the browser refuses storage: the names are then in memory only. */
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

/** Deletes an account's names. A tab that has their database open closes it when asked, which delays this a little. */
export async function deleteRealNames(account: string): Promise<void> {
	await deleteDB(nameOf(account));
}
