/** Names that a teacher chose to keep on this machine: in a database of that account, in this browser and nowhere else. */
import { deleteDB, openDB } from 'idb';
import * as v from 'valibot';

/** By class, then by the key of the pseudonym. */
export type NamesByClass = Record<string, Record<string, string>>;

const Kept = v.record(v.string(), v.record(v.string(), v.string()));
const nameOf = (account: string): string => `braise.names.${account}`;

async function open(account: string) {
	return openDB(nameOf(account), 1, { upgrade: (database) => void database.createObjectStore('names') });
}

/** Empty when there is none, or when the browser refuses storage. */
export async function readNames(account: string): Promise<NamesByClass> {
	try {
		const database = await open(account);
		const kept: unknown = await database.get('names', 'all');
		database.close();
		const parsed = v.safeParse(Kept, kept);
		return parsed.success ? parsed.output : {};
	} catch {
		return {};
	}
}

/** False: the browser refuses, and they are in this page's memory alone. */
export async function keepNames(account: string, names: NamesByClass): Promise<boolean> {
	try {
		const database = await open(account);
		await database.put('names', names, 'all');
		database.close();
		return true;
	} catch {
		return false;
	}
}

/** Another tab that has them open keeps them from being deleted until it closes them, which is at once. */
export async function forgetNames(account: string): Promise<void> {
	await deleteDB(nameOf(account));
}
